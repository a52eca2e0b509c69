import Annotation
import Quoth
import TestSupport

/// The annotation of texts of odd shapes at two lengths, whose instructions are counted: twice the
/// text must not take much more than twice the work.
enum AnnotationGrowth {

  /// The words of the shorter text; the other has twice as many.
  static let words = 6000

  /// Annotates each shape at both lengths, inside `countedShape`.
  static func run() {
    let pipeline = AnnotationPipeline.standard(Set(Layer.allCases).subtracting([.dependencies]))
    // What is made once for each process is none of the shapes' work.
    _ = pipeline.annotate(
      text: NormalizedText(clean: GrowingText.conversation.text(words: 500)), metadata: metadata)
    for shape in GrowingText.allCases {
      for words in [words, 2 * words] {
        let text = NormalizedText(clean: shape.text(words: words))
        print("\(shape) \(words) \(countedShape(text, pipeline))")
      }
    }
  }

  private static let metadata = DocumentMetadata(id: "text", origin: "text.txt")

  /// Annotates a text; what callgrind counts is this function and all that it calls.
  @inline(never)
  private static func countedShape(
    _ text: NormalizedText, _ pipeline: AnnotationPipeline
  ) -> Int {
    pipeline.annotate(text: text, metadata: metadata).tokens.count
  }
}
