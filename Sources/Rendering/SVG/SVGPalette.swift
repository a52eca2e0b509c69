/// The colours of pictures, which are told apart whatever kind of colour vision a reader has.
///
/// They are those of Okabe and Ito (2008), “Color Universal Design”, without yellow, which is too
/// pale on white. Shapes and dashes tell series apart too.
enum SVGPalette {

  /// The colours of series, in order.
  static let series = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000"]

  /// The colour of figures at or above zero.
  static let above = series[0]

  /// The colour of figures below zero.
  static let below = series[1]

  /// Returns the colour of a series.
  static func color(_ index: Int) -> String { series[index % series.count] }

  /// Returns the dashes of a series's line.
  static func dash(_ index: Int) -> String {
    let dashes = ["", "7 3", "2 3", "9 3 2 3"]
    return dashes[index % dashes.count]
  }

  /// Returns the mark of a series.
  static func shape(_ index: Int) -> SVGShape {
    SVGShape.allCases[index % SVGShape.allCases.count]
  }

  /// Returns the colour between white and that of a sign, for a share of the scale.
  static func shade(_ share: Double, isBelow: Bool) -> String {
    let full: [Double] = isBelow ? [0xD5, 0x5E, 0x00] : [0x00, 0x72, 0xB2]
    let share = max(0, min(1, share))
    let parts = full.map { part -> String in
      let value = Int(255 + (part - 255) * share + 0.5)
      return (value < 16 ? "0" : "") + String(value, radix: 16)
    }
    return "#" + parts.joined()
  }
}
