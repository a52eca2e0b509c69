internal import Diagnostics

extension Lexer {

  /// Lexes a number or date, or a word that begins with a digit like `24-hour`.
  mutating func lexNumber() {
    let start = position
    if peek() == UInt8(ascii: "-") { position += 1 }
    skipDigits()
    let isFraction = peek() == UInt8(ascii: ".") && isDigit(peek(1))
    if isFraction {
      position += 1
      skipDigits()
    }
    let end = position
    skipWord()
    if position == end { return append(isFraction ? .decimal : .integer, from: start) }
    if isFraction { return append(.word, from: start) }
    switch DateShape(bytes[start..<position]) {
    case .date: append(.date, from: start)
    case .malformed:
      append(.invalid, from: start)
      let text = String(decoding: bytes[start..<position], as: UTF8.self)
      report(.invalidDate(text, at: SourceRange(start, position)))
    case .none: append(.word, from: start)
    }
  }

  private mutating func skipDigits() {
    while isDigit(peek()) { position += 1 }
  }

  private func isDigit(_ byte: UInt8?) -> Bool { byte.map { ByteClass.of($0) == .digit } == true }
}

/// Whether a word is written like a date.
enum DateShape {
  case date(PartialDate), malformed, none

  /// Reads a word such as `2025-02-24`.
  init(_ text: ArraySlice<UInt8>) {
    let parts = text.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    let numbers = parts.compactMap { part in
      part.count <= 4 ? Int(String(decoding: part, as: UTF8.self)) : nil
    }
    guard (2...3).contains(parts.count), numbers.count == parts.count, parts[0].count == 4,
      parts.dropFirst().allSatisfy({ (1...2).contains($0.count) })
    else {
      self = .none
      return
    }
    let date = PartialDate(
      year: numbers[0], month: numbers[1], day: numbers.count == 3 ? numbers[2] : nil)
    self =
      parts.dropFirst().allSatisfy { $0.count == 2 } && date.isPossible ? .date(date) : .malformed
  }
}

extension PartialDate {

  /// Whether the calendar has such a day or month.
  var isPossible: Bool {
    guard let month else { return true }
    guard (1...12).contains(month) else { return false }
    guard let day else { return true }
    let isLeapYear = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, isLeapYear ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return (1...lengths[month - 1]).contains(day)
  }
}
