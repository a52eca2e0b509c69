#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The locale in which names are UTF-8, whatever the user's is.
///
/// libarchive gives up a name in UTF-8 that the locale of the thread has no characters for, and a
/// program begins in one that has only ASCII.
enum TextLocale {

  private nonisolated(unsafe) static let locale: locale_t? =
    unsafe newlocale(LC_CTYPE_MASK, "C.UTF-8", nil) ?? newlocale(LC_CTYPE_MASK, "en_US.UTF-8", nil)

  /// Runs `body` on this thread in the locale, or in that of the thread where there is none.
  static func during<Value>(_ body: () -> Value) -> Value {
    guard let locale = unsafe locale else { return body() }
    let earlier = unsafe uselocale(locale)
    defer { unsafe _ = uselocale(earlier) }
    return body()
  }
}
