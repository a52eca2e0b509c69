import Annotation
import Quoth
import TestSupport

/// The annotation of texts of odd shapes at two lengths, whose instructions are counted: twice the
/// text must not take much more than twice the work.
enum AnnotationGrowth {

  /// The words of the shorter text; the other has twice as many.
  static let words = 6000

  /// Annotates each shape at both lengths, inside `countedAnnotation`.
  static func run() {
    let pipeline = AnnotationPipeline.standard(Set(Layer.allCases).subtracting([.dependencies]))
    // What is made once for each process is none of the shapes' work.
    _ = pipeline.annotate(
      text: NormalizedText(clean: GrowingText.conversation.text(words: 500)), metadata: metadata)
    for shape in GrowingText.allCases {
      for words in [words, 2 * words] {
        let text = NormalizedText(clean: shape.text(words: words))
        print(
          "\(shape) \(words) \(countedAnnotation { pipeline.annotate(text: text, metadata: metadata).tokens.count })"
        )
      }
    }
  }

  private static let metadata = DocumentMetadata(id: "text", origin: "text.txt")

  /// Runs one annotation; what callgrind counts is this function and all that it calls.
  @inline(never)
  private static func countedAnnotation(_ annotate: () -> Int) -> Int { annotate() }
}
