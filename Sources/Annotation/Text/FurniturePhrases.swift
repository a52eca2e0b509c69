/// What the furniture of news pages says, and how to tell it from text.
///
/// The phrases are those of the common publishing systems and consent banners. They match in
/// lower case, and a line that ends like a sentence is furniture only where no article says that.
enum FurniturePhrases {

  /// What a line is to the parts of the page behind it.
  enum Match {
    /// A line of furniture by itself.
    case line
    /// The head of a list of links: what follows is furniture as long as it looks like links.
    case listHead
    /// The end of the article: comments and forms follow.
    case articleEnd
  }

  /// Returns what a line of furniture is, or nil where it is text.
  static func match(_ line: FoldedLine, shape: LineShape) -> Match? {
    let core = line.core
    if isTable(line, shape) { return .line }
    if core.isEmpty { return shape.length <= 40 && !shape.hasQuotationMark ? .line : nil }
    if line.bytes.starts(with: copyrightSign), shape.words <= 30 { return .line }
    if core.count <= longest, let match = whole[Array(core)] { return match }
    if isCount(line, core) { return .line }
    let isFound =
      firm[core.first].contains(where: line.hasPrefix)
      || isRightsOrCredit(line, shape) || isLoose(line, core, shape)
    // "Sign up for the race, said the mayor" is a sentence of an article.
    let isReport =
      ReportClause.ends(line.bytes)
      || shape.hasQuotationMark && shape.endsSentence && ReportClause.holdsVerb(line.bytes)
    return isFound && !isReport ? .line : nil
  }

  private static func isRightsOrCredit(_ line: FoldedLine, _ shape: LineShape) -> Bool {
    if shape.words <= 40, rights.contains(where: line.contains) { return true }
    return shape.words <= 50 && !shape.endsSentence && credits.contains(where: line.contains)
  }

  private static func isLoose(
    _ line: FoldedLine, _ core: ArraySlice<UInt8>, _ shape: LineShape
  ) -> Bool {
    guard shape.words <= 30, !shape.hasQuotationMark else { return false }
    return loose[core.first].contains(where: line.hasPrefix)
      && !(shape.endsSentence && shape.words > 16)
  }

  /// Whether a line is a row of a table or of links: parts between bars.
  private static func isTable(_ line: FoldedLine, _ shape: LineShape) -> Bool {
    let bars = line.bytes.count { $0 == 0x7C }
    let isFramed = line.bytes.first == 0x7C && line.bytes.last == 0x7C
    return isFramed && bars > 1 || bars > 1 && !shape.endsSentence && shape.words <= bars * 5 + 4
  }

  /// Whether a line counts what a page counts: "12 comments", "3 min read", "4 shares".
  private static func isCount(_ line: FoldedLine, _ core: ArraySlice<UInt8>) -> Bool {
    guard let first = line.bytes.first, (0x30...0x39).contains(first) else { return false }
    return core.count <= longest && counted.contains(Array(core))
  }

  /// What the lines are that say a phrase and nothing else.
  private static let whole: [[UInt8]: Match] = {
    var matches: [[UInt8]: Match] = [:]
    for phrase in articleEnds { matches[phrase] = .articleEnd }
    for phrase in listHeads { matches[phrase] = .listHead }
    for phrase in buttons { matches[phrase] = .line }
    return matches
  }()

  private static let longest = whole.keys.reduce(0) { max($0, $1.count) }

  private static func phrases(_ text: String) -> Set<[UInt8]> {
    Set(text.split(separator: "\n").map { Array($0.utf8) })
  }

  /// Phrases by their first letter.
  private struct Index {
    private var byFirst: [[[UInt8]]] = Array(repeating: [], count: 256)

    init(_ text: String) {
      for phrase in text.split(separator: "\n").map({ Array($0.utf8) }) {
        byFirst[Int(phrase.first(where: { $0 != 0x28 }) ?? 0)].append(phrase)
      }
    }

    subscript(first: UInt8?) -> [[UInt8]] { first.map { byFirst[Int($0)] } ?? [] }
  }
}

// MARK: The phrases

extension FurniturePhrases {

  private static let articleEnds = phrases(
    """
    leave a reply
    leave a comment
    leave your comment
    post a comment
    join the conversation
    join the discussion
    """)

  private static let listHeads = phrases(
    """
    related
    related articles
    related posts
    related stories
    related news
    related topics
    related content
    related coverage
    more stories
    more news
    more like this
    more on this story
    most read
    most popular
    most viewed
    recent posts
    recent comments
    latest news
    latest stories
    trending
    trending now
    popular posts
    read next
    up next
    what to read next
    recommended
    recommended for you
    recommended reading
    recommended stories
    you may also like
    you might also like
    you may like
    editor's picks
    editors' picks
    also on
    archives
    """)

  private static let buttons = phrases(
    """
    share
    share this
    share this article
    share this story
    share this post
    share article
    share on facebook
    share on twitter
    tweet
    print
    email
    e-mail
    facebook
    twitter
    whatsapp
    linkedin
    reddit
    telegram
    pinterest
    instagram
    youtube
    bluesky
    mastodon
    copy link
    link copied
    like
    like this
    like loading
    loading
    reply
    comments
    comment
    no comments
    no comments yet
    view comments
    show comments
    hide comments
    post comment
    cancel reply
    name
    website
    advertisement
    advertising
    advertisement - continue reading below
    advertisement - scroll to continue
    sponsored
    sponsored content
    promoted content
    article continues below
    article continues after advertisement
    story continues below
    story continues below advertisement
    continue reading
    keep reading
    read more
    read the full story
    read full article
    learn more
    load more
    show more
    see more
    view all
    see all
    subscribe
    subscribe now
    subscribe today
    subscribe for free
    sign up
    sign up now
    sign in
    log in
    login
    register
    newsletter
    newsletters
    donate
    donate now
    support us
    menu
    search
    home
    skip to content
    skip to main content
    back to top
    scroll to top
    previous
    previous post
    previous article
    next
    next post
    next article
    accept
    accept all
    accept all cookies
    reject all
    manage cookies
    cookie settings
    cookie policy
    privacy policy
    terms of use
    terms of service
    terms and conditions
    contact us
    about us
    close
    ok
    got it
    save
    listen
    listen to this article
    listen to this story
    watch live
    live updates
    gallery
    photo gallery
    view gallery
    play video
    video
    """)

  private static let counted = phrases(
    """
    comment
    comments
    share
    shares
    views
    likes
    min read
    mins read
    minute read
    minutes read
    replies
    responses
    """)

  private static let copyrightSign = Array("©".utf8)

  private static let rights = ["(opens in new window)", "all rights reserved"].map {
    Array($0.utf8)
  }

  /// What the credit of a picture says at the end of its caption.
  private static let credits = [
    " photograph: ", " photo: ", " picture: ", " image: ", "(photo by ", "(photo: ",
    "/getty images",
    "via getty images",
  ].map { Array($0.utf8) }

  /// Beginnings that no sentence of an article has.
  private static let firm = Index(
    """
    click to share
    click to email
    click to print
    click here to subscribe
    click here to sign up
    share this:
    your email address will not be published
    required fields are marked
    save my name, email
    notify me of follow-up
    notify me of new
    this site uses akismet
    this site uses cookies
    this website uses cookies
    we use cookies
    we and our partners
    we value your privacy
    by continuing to use this
    by clicking
    by signing up
    by subscribing
    sign up here
    subscribe here
    enter your email
    get our newsletter
    you have been subscribed
    you have successfully subscribed
    thank you for subscribing
    thanks for subscribing
    you must be logged in
    logged in as
    please enable javascript
    photo credit
    image credit
    picture credit
    photo by
    photograph by
    image by
    (photo
    (image
    (file photo
    """)

  /// Beginnings that are furniture on short lines without quotation marks.
  private static let loose = Index(
    """
    read more:
    read more about
    read also:
    also read:
    see also:
    read next:
    related:
    related article:
    more on this:
    more:
    photo:
    photos:
    image:
    picture:
    photograph:
    file photo:
    caption:
    credit:
    credits:
    video:
    watch:
    listen:
    source:
    tags:
    share on
    share via
    share to
    follow us
    like us on
    join our
    download our app
    download the app
    subscribe to
    sign up for
    sign up to
    get the latest
    don't miss
    previous:
    next:
    copyright 1
    copyright 2
    copyright (c)
    (c) 1
    (c) 2
    """)
}
