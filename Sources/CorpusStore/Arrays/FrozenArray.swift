/// An array that never changes, in memory of its own or in a part of a mapped file.
///
/// It is what columns are made of. To make one of a mapped file costs nothing, however long it is;
/// all copies and all parts share the memory, which lives as long as any of them.
@frozen
@safe
public struct FrozenArray<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {

  @usableFromInline
  let base: UnsafePointer<Element>?

  /// The number of elements.
  public let count: Int

  /// Keeps the memory; nil where there is none.
  @usableFromInline
  let owner: FrozenMemory?

  @usableFromInline
  init(base: UnsafePointer<Element>?, count: Int, owner: FrozenMemory?) {
    unsafe self.base = base
    self.count = unsafe base == nil ? 0 : count
    self.owner = owner
  }

  /// Takes an array, in place.
  public init(_ elements: [Element]) {
    let memory = ArrayMemory(elements)
    unsafe self.init(
      base: memory.start?.assumingMemoryBound(to: Element.self), count: elements.count,
      owner: memory)
  }

  /// Joins arrays to one, and lets go of each when it has been joined.
  package init(joining parts: consuming [[Element]]) {
    var all: [Element] = []
    all.reserveCapacity(parts.reduce(0) { $0 + $1.count })
    for index in parts.indices {
      all += parts[index]
      parts[index] = []
    }
    self.init(all)
  }

  /// Takes part of some memory, in place.
  ///
  /// - Returns: nil where the part does not lie in the memory, is not aligned for the elements, or
  ///   is no whole number of them.
  init?(_ memory: FrozenMemory, bytes range: Range<Int>) {
    let stride = MemoryLayout<Element>.stride
    guard range.lowerBound >= 0, range.upperBound <= memory.byteCount, range.count % stride == 0
    else { return nil }
    guard !range.isEmpty, let start = unsafe memory.start else {
      unsafe self.init(base: nil, count: 0, owner: nil)
      return
    }
    let first = unsafe start + range.lowerBound
    guard UInt(bitPattern: first) % UInt(MemoryLayout<Element>.alignment) == 0 else {
      return nil
    }
    unsafe self.init(
      base: first.assumingMemoryBound(to: Element.self), count: range.count / stride,
      owner: memory)
  }

  /// Lends the elements as contiguous memory.
  @inlinable
  public var span: Span<Element> {
    @_lifetime(borrow self)
    borrowing get {
      let span = unsafe Span(_unsafeElements: UnsafeBufferPointer(start: base, count: count))
      return unsafe _overrideLifetime(span, borrowing: self)
    }
  }

  /// Returns part of the array, whose first element has the index 0 again; it shares the memory.
  @inlinable
  public func extracting(_ range: Range<Int>) -> FrozenArray {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "a part lies in its array")
    return unsafe FrozenArray(
      base: base.map { unsafe $0 + range.lowerBound }, count: range.count, owner: owner)
  }

  /// Calls `body` with the bytes of the elements, as they are written to a file.
  func withBytes<Failure>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Void
  ) throws(Failure) {
    defer { _fixLifetime(self) }
    unsafe try body(UnsafeRawBufferPointer(UnsafeBufferPointer(start: base, count: count)))
  }
}

extension FrozenArray: RandomAccessCollection {

  /// Zero.
  @inlinable
  public var startIndex: Int { 0 }

  /// The number of elements.
  @inlinable
  public var endIndex: Int { count }

  /// Returns an element.
  ///
  /// - Precondition: `index` is one of the array.
  @inlinable
  public subscript(index: Int) -> Element {
    precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "an index lies in its array")
    // An array with a valid index has a base.
    return unsafe base.unsafelyUnwrapped[index]
  }

  /// Calls `body` with all elements.
  @inlinable
  public func withContiguousStorageIfAvailable<Result>(
    _ body: (UnsafeBufferPointer<Element>) throws -> Result
  ) rethrows -> Result? {
    defer { _fixLifetime(self) }
    return try unsafe body(UnsafeBufferPointer(start: base, count: count))
  }
}

extension FrozenArray: ExpressibleByArrayLiteral {
  /// Creates an array of the elements listed.
  public init(arrayLiteral elements: Element...) { self.init(elements) }
}

extension FrozenArray: Equatable where Element: Equatable {
  /// Whether two have equal elements in the same order.
  public static func == (a: FrozenArray, b: FrozenArray) -> Bool { a.elementsEqual(b) }
}
