import Annotation
import Testing

@Suite struct NameRecognizerTests {

  @Test(arguments: [
    ("However, The rain fell. Many stayed.", []),
    (
      "Yesterday Anna Brandt met Ode Corp. in Lisbon.",
      ["Anna Brandt/person", "Ode Corp./organization", "Lisbon/place"]
    ),
    (
      "The Ministry of Foreign Affairs and the University of Ghent agreed.",
      ["Ministry of Foreign Affairs/organization", "University of Ghent/organization"]
    ),
    (
      "NATO and the EU met in Brussels on Monday.",
      ["NATO/organization", "EU/organization", "Brussels/place"]
    ),
    ("It is up to us, not to the US.", ["US/place"]),
    ("The Chinese and the Russians spoke.", ["Chinese/group", "Russians/group"]),
    (
      "Afterwards Trump wrote to Ursula von der Leyen.",
      ["Trump/person", "Ursula von der Leyen/person"]
    ),
    ("Ursula von der Aue spoke first.", ["Ursula von der Aue/person"]),
    (
      "Kim Jong-un and Jean-Luc Petit stayed at home.",
      ["Kim Jong-un/person", "Jean-Luc Petit/person"]
    ),
    (
      "Secretary of State Mary Ode left the White House.",
      ["Mary Ode/person", "White House/organization"]
    ),
    ("Gen. Ode and Prime Minister Ito agreed.", ["Ode/person", "Ito/person"]),
    ("The town of Otterburg in Ruritania is small.", ["Otterburg/place", "Ruritania/place"]),
  ])
  func `names are found and classed`(text: String, names: [String]) {
    #expect(AnnotatedText(text).names == names)
  }

  @Test(arguments: [
    ("French President Emmanuel Macron left.", "Emmanuel Macron", "french president"),
    ("Friedrich Merz, the German chancellor, left.", "Friedrich Merz", "german chancellor"),
    ("The German chancellor, Friedrich Merz, left.", "Friedrich Merz", "german chancellor"),
    ("Lithuania's president, Gitanas Nausėda, left.", "Gitanas Nausėda", "lithuanian president"),
    ("Ada Ode, president of the Otter Club, left.", "Ada Ode", "president of otter club"),
    ("The minister for public gardens, Ada Ode, left.", "Ada Ode", "minister"),
    ("Spokeswoman Ada Ode left.", "Ada Ode", "spokeswoman"),
    ("Ada Ode, a former foreign minister, left.", "Ada Ode", "foreign minister"),
  ])
  func `an office beside a name is a role`(text: String, name: String, role: String) {
    #expect(AnnotatedText(text).entity(name)?.roles.contains(role) == true)
  }

  @Test(arguments: [
    ("Beijing said no.", "Beijing", "China/capital/Beijing"),
    ("The Kremlin said no.", "Kremlin", "Russia/seat/Kremlin"),
    ("Britain said no.", "United Kingdom", "United Kingdom"),
    ("German firms said no.", "German", "Germany/demonym/German"),
    ("Zelenskyy said no.", "Volodymyr Zelensky", "Volodymyr Zelensky"),
  ])
  func `what is known carries its key`(text: String, name: String, key: String) {
    #expect(AnnotatedText(text).entity(name)?.known == key)
  }
}
