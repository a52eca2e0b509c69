import Annotation
import Testing

@Suite struct EntityResolverTests {

  @Test(arguments: [
    ("Ada Ode spoke. Ode left.", "Ode", ["Ada Ode"]),
    ("Ode left early. Later Ada Ode came back.", "Ode", ["Ada Ode"]),
    ("Ada Ode spoke. Mrs Ode left.", "Ode", ["Ada Ode"]),
    ("Macron spoke.", "Macron", ["Emmanuel Macron"]),
    ("Okonkwo spoke.", "Okonkwo", ["Okonkwo"]),
    ("Chen Bo spoke. Chen left.", "Chen", ["Chen Bo"]),
    ("Ada Ode came. Ada spoke.", "Ada", ["Ada Ode"]),
  ])
  func `a surname means whoever is named in full`(text: String, name: String, meaning: [String]) {
    #expect(AnnotatedText(text).meaning(of: name) == meaning)
  }

  @Test(arguments: [
    ("Brigitte Macron came with Emmanuel Macron. President Macron spoke.", "Emmanuel Macron"),
    ("Emmanuel Macron came with Brigitte Macron. Mrs Macron spoke.", "Brigitte Macron"),
    ("Brigitte Macron sang. Then Macron bowed.", "Brigitte Macron"),
    ("Robert Ode spoke. Helen Ode and Robert Ode left. Ode laughed.", "Robert Ode"),
  ])
  func `two of one surname stay apart`(text: String, meaning: String) {
    #expect(
      AnnotatedText(text).meaning(of: text.contains("Macron") ? "Macron" : "Ode") == [meaning])
    #expect(AnnotatedText(text).document.entities.allSatisfy { $0.type == .person })
  }

  @Test func `father and son stay apart where both are named`() {
    let text = AnnotatedText(
      "Jon Ode Sr. built the pier. Jon Ode Jr. sold it. Jon Ode, Jr. left. Then Ode laughed.")
    #expect(text.meaning(of: "Jon Ode Sr.") == ["Jon Ode Sr."])
    #expect(text.meaning(of: "Jon Ode Jr.") == ["Jon Ode Jr."])
    #expect(text.meaning(of: "Jon Ode, Jr.") == ["Jon Ode Jr."])
    #expect(text.meaning(of: "Ode") == ["Jon Ode Jr."])
  }

  @Test(arguments: [
    ("Donald Trump Jr. laughed.", "Donald Trump Jr.", "Donald Trump Jr."),
    ("Donald Trump, Jr., laughed.", "Donald Trump, Jr.", "Donald Trump Jr."),
    ("Yesterday Donald J. Trump Jr. laughed.", "Donald J. Trump Jr.", "Donald Trump Jr."),
    ("Tony Blair Sr. laughed.", "Tony Blair Sr.", "Tony Blair Sr."),
    ("Justin Trudeau III laughed.", "Justin Trudeau III", "Justin Trudeau III"),
    ("Barack Obama Senior laughed.", "Barack Obama Senior", "Barack Obama Sr."),
    ("Joseph R. Biden Jr. laughed.", "Joseph R. Biden Jr.", "Joe Biden"),
    ("Robert F. Kennedy Jr laughed.", "Robert F. Kennedy Jr", "Robert F. Kennedy Jr."),
    ("Ferdinand Marcos Jr. laughed.", "Ferdinand Marcos Jr.", "Ferdinand Marcos"),
    ("Ferdinand Marcos Sr. laughed.", "Ferdinand Marcos Sr.", "Ferdinand Marcos Sr."),
  ])
  func `a suffix that is not listed with a known name makes it someone else's`(
    text: String, name: String, meaning: String
  ) {
    #expect(AnnotatedText(text).meaning(of: name) == [meaning])
  }

  @Test(arguments: [
    ("Donald Trump Jr. laughed. Trump Jr. left.", "Trump Jr.", "Donald Trump Jr."),
    ("Donald Trump Jr. laughed. Then Don Jr. left.", "Don Jr.", "Donald Trump Jr."),
    ("Donald Trump sang. Donald Trump Jr. laughed. Trump left.", "Trump", "Donald Trump"),
    ("Donald Trump Jr. laughed. President Trump left.", "Trump", "Donald Trump"),
    ("Donald Trump sang. Then Trump Jr. left.", "Trump Jr.", "Trump Jr."),
    ("Bob Lund Jr. laughed. “Yes,” Lund Jr. said.", "Lund Jr.", "Bob Lund"),
    ("Bob Lund Sr. sang. Bob Lund Jr. laughed. “Yes,” Lund Sr. said.", "Lund Sr.", "Bob Lund Sr."),
    ("Jon Ode sang. His son Jon Ode Jr. laughed. Ode left.", "Ode", "Jon Ode"),
    ("Jon Ode Sr. sang. Jon Ode left. Jon Ode Jr. laughed.", "Jon Ode", "Jon Ode Sr."),
    ("Jon Ode Sr. sang. Jon Ode Jr. laughed. Jon Ode left.", "Jon Ode", "?"),
    ("Jon Ode sang. Jon Ode Jr. laughed. Jon Ode left.", "Jon Ode", "Jon Ode"),
  ])
  func `father and son are called by their suffixes`(text: String, name: String, meaning: String) {
    #expect(Set(AnnotatedText(text).meaning(of: name)) == [meaning])
  }

  @Test(arguments: ["Jr.", "Sr.", "III"])
  func `a suffix of one alone tells nobody apart`(suffix: String) {
    let text = AnnotatedText("Jon Ode \(suffix) built the pier. Jon Ode sold it. Ode laughed.")
    #expect(text.document.entities.filter { $0.type == .person }.map(\.name) == ["Jon Ode"])
  }

  @Test(arguments: [
    (
      "Emmanuel Macron spoke. The French president left.", "The French president", "Emmanuel Macron"
    ),
    ("Putin met Xi. The Russian leader left.", "The Russian leader", "Vladimir Putin"),
    ("Ada Ode, the mayor of Otterburg, spoke. The mayor left.", "The mayor", "Ada Ode"),
    ("Ada Ode, the foreign minister, spoke. The minister left.", "The minister", "Ada Ode"),
    (
      "Mark Rutte spoke. The former Dutch prime minister left.", "The former Dutch prime minister",
      "Mark Rutte"
    ),
    ("Emmanuel Macron spoke. The Frenchman left.", "The Frenchman", "Emmanuel Macron"),
    ("Dmitry Peskov spoke. The Kremlin spokesman left.", "The Kremlin spokesman", "Dmitry Peskov"),
    (
      "Ursula von der Leyen spoke. The Commission president left.", "The Commission president",
      "Ursula von der Leyen"
    ),
    ("Ding Bo spoke. The new chancellor, Ada Ode, left.", "Ada Ode", "Ada Ode"),
    ("Emmanuel Macron spoke. The German chancellor left.", "The German chancellor", "?"),
    ("Emmanuel Macron spoke. An official left.", "An official", "?"),
  ])
  func `an office means who holds it`(text: String, words: String, meaning: String) {
    #expect(AnnotatedText(text).meaning(of: words) == [meaning])
  }

  @Test func `a nationality that describes a thing is nobody`() {
    let document = AnnotatedText("Olaf Scholz spoke. The German economy grew.").document
    #expect(!document.mentions.contains { $0.form == .nominal })
  }

  @Test(arguments: [
    ("Ada Ode met Bob Ito. She left.", "She", "Ada Ode"),
    ("Ada Ode met Bob Ito. He left.", "He", "Bob Ito"),
    ("Macron said he would go.", "he", "Emmanuel Macron"),
    ("Macron met Putin in Paris. He spoke first.", "He", "Emmanuel Macron"),
    ("Macron spoke. Trump told him that it was late.", "him", "Emmanuel Macron"),
    ("“Putin is weak,” Macron said. He smiled.", "He", "Emmanuel Macron"),
    ("Angela Merkel spoke. A nurse in the town said she was tired.", "she", "?"),
    ("Trump came. Macron waited. “I know him,” Macron said.", "him", "Donald Trump"),
    ("Macron waited. “I know him,” Macron said.", "him", "?"),
    ("She left.", "She", "?"),
  ])
  func `a pronoun means the likeliest of its gender`(text: String, pronoun: String, meaning: String)
  {
    #expect(AnnotatedText(text).meaning(of: pronoun) == [meaning])
  }

  @Test func `each link says why`() {
    let text = AnnotatedText("Ada Ode spoke. It rained. Ode left, and she was wet.")
    let reasons = text.document.mentions.map(\.reason)
    #expect(
      reasons == [
        "named in full", "surname of Ada Ode, named 2 sentences before",
        "Ada Ode, subject earlier in the sentence",
      ])
  }

  @Test func `entities gather aliases and roles`() {
    let text = AnnotatedText("President Macron spoke. Emmanuel Macron left.")
    let entity = text.entity("Emmanuel Macron")
    #expect(entity?.aliases.sorted() == ["Emmanuel Macron", "Macron"])
    #expect(entity?.roles == ["president"])
    #expect(text.document.entities.count == 1)
  }
}
