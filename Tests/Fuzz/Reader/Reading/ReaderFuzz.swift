import Annotation
import Ingestion

/// What every reader has to hold, whatever the bytes are.
public enum ReaderFuzz {

  /// Reads a file of a name, by the reader that it asks for or by one of its own, and checks what
  /// comes of it.
  public static func read(
    _ name: String, _ bytes: UnsafeBufferPointer<UInt8>, by reader: String? = nil
  ) {
    var options = ReadingOptions()
    options.reader = reader
    let reading = Ingestor.read(name: name, bytes: unsafe Array(bytes), options: options)
    for warning in reading.warnings {
      precondition(!warning.message.isEmpty && !warning.mend.isEmpty, warning.description)
      precondition(!warning.message.contains("\n"), warning.description)
    }
    for document in reading.documents {
      check(document.text)
      if let given = document.given { check(given, in: document.text) }
    }
  }

  /// The text is valid, and its edits lead back into the original.
  private static func check(_ text: NormalizedText) {
    precondition(Array(String(decoding: text.bytes, as: UTF8.self).utf8) == text.bytes)
    precondition(!text.bytes.contains(0) && !text.bytes.contains(0x0D))
    let all = text.original(ByteRange(0, UInt32(text.bytes.count)))
    precondition(Int(all.end) <= text.originalBytes.count)
  }

  /// What is given lies in the text, in order.
  private static func check(_ given: GivenLayers, in text: NormalizedText) {
    var end: UInt32 = 0
    for block in given.blocks {
      precondition(end <= block.range.start && block.range.start <= block.range.end)
      end = block.range.end
    }
    let places = given.tokens.map(\.range) + (given.mentions ?? []).map(\.range)
    let quoted = (given.quotes ?? []).flatMap { $0.content + $0.cue + $0.source }
    for place in places + quoted {
      precondition(place.start <= place.end && Int(place.end) <= text.bytes.count)
    }
    precondition(Int(end) <= text.bytes.count)
  }
}
