import Annotation
import Foundation
import Testing

@testable import Ingestion

/// UTF-16 without a byte order mark, of other scripts than Latin.
@Suite struct WideScriptTests {

  private static let texts = [
    EncodedTexts.russian, EncodedTexts.ukrainian, EncodedTexts.greek, EncodedTexts.hebrew,
    EncodedTexts.japanese, EncodedTexts.chinese, EncodedTexts.traditional, EncodedTexts.korean,
    "عادت العبارة إلى الميناء صباح يوم الاثنين، قالت رئيسة البلدية ليلى حسن.",
    "เรือข้ามฟากออกจากท่าอีกครั้งในเช้าวันจันทร์", "ბორანი კვლავ გავიდა ნავსადგურიდან ორშაბათს.",
    "Լաստանավը կրկին դուրս եկավ նավահանգստից։", "नाव सोमवार की सुबह फिर बंदरगाह से निकली।",
  ]

  @Test(arguments: texts)
  func `a text is read in either order`(text: String) throws {
    for encoding in [String.Encoding.utf16LittleEndian, .utf16BigEndian] {
      for (name, source) in [
        ("a.txt", text), ("a.jsonl", "{\"title\": \"Rill\", \"text\": \"\(text)\"}\n"),
        ("a.csv", "title,text\nRill,\"\(text)\"\n"),
      ] {
        let bytes = Array(try #require(source.data(using: encoding)))
        let folder = try TemporaryFolder()
        let (documents, report) = Ingestor.read([try folder.write(name, bytes)])
        let document = try #require(documents.first, "\(name)")
        #expect(document.text.text == text)
        #expect(document.text.repairs.contains("1 text in UTF-16"))
        #expect(report.warnings.isEmpty)
      }
    }
  }

  @Test(arguments: texts)
  func `a text in bytes is none`(text: String) throws {
    let bytes = Array(text.utf8)
    for length in 0...bytes.count { #expect(WideEncoding(of: Array(bytes.prefix(length))) == nil) }
    for sample in EncodedTexts.all {
      for start in 0...1 { #expect(WideEncoding(of: Array(sample.bytes.dropFirst(start))) == nil) }
    }
  }

  @Test func `numbers of two bytes are no text`() {
    let ramp = (0..<400).flatMap { (step: Int) -> [UInt8] in
      let number = step * 37 + 0x400
      return [UInt8(number & 0xFF), UInt8(number >> 8)]
    }
    #expect(WideEncoding(of: ramp) == nil)
    var state: UInt32 = 7
    for _ in 0..<2_000 {
      let noise = (0..<64).map { _ -> UInt8 in
        state = state &* 1_664_525 &+ 1_013_904_223
        return UInt8(state >> 24)
      }
      #expect(WideEncoding(of: noise) == nil)
    }
  }
}
