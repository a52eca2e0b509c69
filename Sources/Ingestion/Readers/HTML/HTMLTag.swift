/// What an element of HTML is to a reader of its text.
enum HTMLTag: String, CaseIterable {
  case html, head, body, title, base, link, meta, style, script, noscript, template
  case article, section, nav, aside, header, footer, main, address, search
  case h1, h2, h3, h4, h5, h6, hgroup
  case p, hr, pre, blockquote, ol, ul, li, dl, dt, dd, figure, figcaption, div, center
  case a, em, strong, small, s, cite, q, dfn, abbr, data, time, code, `var`, samp, kbd, sub, sup
  case i, b, u, mark, ruby, rt, rp, bdi, bdo, span, br, wbr, ins, del, strike, big, tt, nobr, font
  case img, iframe, embed, object, param, video, audio, source, track, canvas, map, area, math, svg
  case table, caption, colgroup, col, tbody, thead, tfoot, tr, td, th
  case form, fieldset, legend, label, input, button, select, datalist, optgroup, option, textarea
  case output, progress, meter, details, summary, menu, dialog, picture, frameset, frame, noframes
  case listing, xmp, plaintext, applet, marquee
  /// Any other element.
  case other = ""
  /// No element but a text.
  case text = "#text"

  private static let byName: [String: HTMLTag] = {
    var names = Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })
    // NITF has names of its own for a few.
    names.merge([
      "hl1": .h1, "hl2": .h2, "bq": .blockquote, "block": .div, "media": .object,
      "body.content": .div, "body.head": .div, "body.end": .footer, "credit": .figcaption,
      "fn": .figcaption,
    ]) { $1 }
    return names
  }()

  /// Finds the tag of a name in lower case, or of an element of NITF that means the same.
  init(name: String) { self = Self.byName[name] ?? .other }

  /// Whether it stands within a line of text and neither begins nor ends one.
  var isInline: Bool {
    switch self {
    case .a, .em, .strong, .small, .s, .cite, .q, .dfn, .abbr, .data, .time, .code, .var, .samp,
      .kbd, .sub, .sup, .i, .b, .u, .mark, .ruby, .rt, .rp, .bdi, .bdo, .span, .wbr, .ins, .del,
      .strike, .big, .tt, .nobr, .font, .img, .picture, .label, .text, .other, .map:
      true
    default: false
    }
  }

  /// Whether a line of text that it stands in ends there: elements for programs and pictures among letters
  /// take no room of their own.
  var endsLine: Bool {
    switch self {
    case .script, .noscript, .style, .template, .link, .meta, .svg: false
    default: !isInline
    }
  }

  /// Whether it never holds anything that a reader of the page reads as text.
  var isUnread: Bool {
    switch self {
    case .head, .title, .base, .link, .meta, .style, .script, .noscript, .template, .iframe,
      .embed, .object, .param, .video, .audio, .source, .track, .canvas, .area, .math, .svg, .input,
      .button, .select, .datalist, .optgroup, .option, .textarea, .output, .progress, .meter,
      .noframes, .applet, .colgroup, .col, .rt, .rp:
      true
    default: false
    }
  }

  /// The rank of a heading, from one; nil for what is none.
  var headingRank: Int? {
    switch self {
    case .h1: 1
    case .h2: 2
    case .h3: 3
    case .h4: 4
    case .h5: 5
    case .h6: 6
    default: nil
    }
  }

  /// Whether it has no end tag.
  var isVoid: Bool {
    switch self {
    case .base, .link, .meta, .hr, .br, .wbr, .img, .embed, .param, .source, .track, .area, .input,
      .col, .frame:
      true
    default: false
    }
  }
}
