/// Names of people that stand with the family name first, as catalogues and tables have them:
/// “García Márquez, Gabriel”, “van der Berg, Anna”, “Roe, Jon, Jr.”.
package enum InvertedName {

  /// Returns the name with the given names first; nil where the text is no inverted name.
  package static func upright(_ text: String) -> String? {
    guard text.contains(",") else { return nil }
    let parts = text.split(separator: ",", omittingEmptySubsequences: false).map {
      $0.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    return upright(withSuffixes(parts))
  }

  /// Returns the name whose parts stood between commas; nil where they are none of one inverted name.
  package static func upright(_ parts: [String]) -> String? {
    guard parts.count == 2 else { return nil }
    let (family, first) = (words(parts[0]), words(parts[1]))
    let (given, last) = (first.filter { !isSuffix($0) }, family.filter { !isSuffix($0) })
    // “Jr.” tells that there is one person.
    let isOne = given.count + last.count < first.count + family.count
    guard isFamily(last), areGiven(given, ofOne: isOne) || isIrish(last) && isCalled(given) else {
      return nil
    }
    return (given + last + (first + family).filter(isSuffix)).joined(separator: " ")
  }

  /// Puts each “Jr.” that stands between commas to the name before it.
  package static func withSuffixes(_ parts: [String]) -> [String] {
    parts.reduce(into: []) { joined, part in
      if let last = joined.indices.last, isSuffix(part) {
        joined[last] += " " + part
      } else {
        joined.append(part)
      }
    }
  }

  /// Whether a word stands before a family name and is part of it, like “van”.
  package static func isParticle(_ word: String) -> Bool { particles.contains(word) }

  /// Whether a text may be a family name, and holds no other name.
  package static func isFamilyAlone(_ text: String) -> Bool {
    words(text).drop(while: isParticle).filter { !isSuffix($0) }.count < 2
  }

  private static func words(_ part: String) -> [String] {
    part.split(separator: " ").map(String.init)
  }

  /// Whether a word stands behind names of people and is none, like “Jr.”.
  package static func isSuffix(_ word: String) -> Bool { PersonName.isSuffix(word) }

  /// Whether words are a family name and no full one.
  private static func isFamily(_ words: [String]) -> Bool {
    let names = words.drop(while: isParticle)
    guard let first = names.first, words.count <= 5, names.count <= 3,
      names.allSatisfy({ isCapitalized($0) || isParticle($0) })
    else { return false }
    return words.count == 1 || names.count < words.count || !isGiven(first)
  }

  /// Whether words are given names or initials; a particle of the family name may stand behind them.
  ///
  /// Of one person the first alone has to be known.
  private static func areGiven(_ words: [String], ofOne isOne: Bool) -> Bool {
    let names = words.prefix { !isParticle($0) }
    guard let first = names.first, names.count <= 4, names.count > 1 || !isOther(first),
      words.dropFirst(names.count).allSatisfy(isParticle)
    else { return false }
    return (isGiven(first) || isInitials(first))
      && names.dropFirst().allSatisfy {
        isGiven($0) || isInitials($0) || isOne && isCapitalized($0)
      }
  }

  /// Whether a family name is one like “O’Neill”, as few things but people are called.
  private static func isIrish(_ words: [String]) -> Bool {
    guard words.count == 1, let name = words.first, name.hasPrefix("O'") || name.hasPrefix("O’")
    else { return false }
    return name.dropFirst(2).first?.isUppercase == true
  }

  /// Whether somebody may be called so: one word with a capital that is no place.
  private static func isCalled(_ words: [String]) -> Bool {
    guard words.count == 1, let name = words.first, isCapitalized(name), !regions.contains(name),
      name.allSatisfy(\.isLetter), name != name.uppercased()
    else { return false }
    return Gazetteer.world.lookup(name) == nil
  }

  /// Whether people have this for a given name, be it two with a hyphen.
  package static func isGiven(_ word: String) -> Bool {
    if BylineWords.isFirstName(word) || more.contains(word) { return true }
    let parts = word.split(separator: "-").map(String.init)
    return parts.count == 2
      && parts.allSatisfy { BylineWords.isFirstName($0) || more.contains($0) }
  }

  /// “J.”, “J.K.”, “J”.
  private static func isInitials(_ word: String) -> Bool {
    let letters = word.split { $0 == "." || $0 == "-" }
    return !letters.isEmpty && word.count <= 6
      && letters.allSatisfy { $0.count == 1 && $0.first?.isUppercase == true }
  }

  /// Parts of countries as they stand behind a town, which are no initials.
  private static let regions: Set<String> = [
    "D.C.", "N.Y.", "N.J.", "N.C.", "S.C.", "N.D.", "S.D.", "N.H.", "N.M.", "R.I.", "B.C.", "U.S.",
    "U.K.",
  ]

  /// What stands behind the names of companies, as “N.A.” behind that of a bank.
  private static let legalForms: Set<String> = ["N.A.", "S.A.", "N.V.", "B.V.", "L.P."]

  /// Whether capitals with stops behind a comma are those of a region or a company.
  private static func isOther(_ initials: String) -> Bool {
    regions.contains(initials) || legalForms.contains(initials)
  }

  private static func isCapitalized(_ word: String) -> Bool {
    guard let first = word.first(where: \.isLetter) else { return false }
    if first.isUppercase || !first.isCased { return true }
    // “al-Assad”, “d’Arcy”.
    guard let mark = word.firstIndex(where: { "-'’".contains($0) }) else { return false }
    return articles.contains(String(word[..<mark]))
      && word[word.index(after: mark)...].first?.isUppercase == true
  }

  /// What stands before a hyphen or an apostrophe in a family name.
  private static let articles: Set<String> = [
    "al", "el", "ad", "an", "ar", "as", "ash", "at", "az", "d", "dell", "l",
  ]

  private static let particles: Set<String> = [
    "af", "al", "av", "ben", "bin", "bint", "da", "de", "del", "della", "den", "der", "di", "do",
    "dos", "du", "e", "el", "ibn", "la", "las", "le", "los", "ten", "ter", "van", "von", "y", "zu",
    "zum", "zur", "Da", "De", "Della", "Di", "Du", "La", "Le", "Van", "Von",
  ]

  /// Given names that tell an inverted name, beside those that tell names in running text, where some
  /// of these stand for places and for words.
  private static let more = Set(
    """
    Aoife Bashar Caoimhe Ciarán Eoin Hafez Máire Mairéad Niamh Oisín Órla Pádraig Róisín Seamus \
    Séamus Seán Sinéad Siobhán \
    Abel Agustín Aino Alba Alejandra Alfonso Alma Amadeo Amparo Ander Ángel Ángela Ángeles Aniela \
    Aníbal Ansgar Ants Åke Åsa Asunción Atle Aurelio Baltasar Bartolomé Beata Benita Benito Berit \
    Birgitta Bjarne Bjarte Blanca Bo Bogdan Camilo Candela Carme Catarina Celia César Clemente \
    Concepción Consuelo Cornelia Cristóbal Dolors Duarte Ebba Eino Einar Eirik Elías Elin Elina \
    Elvira Emilio Encarnación Enric Enrique Enzo Eskil Esperanza Estela Eulalia Ezequiel Fátima \
    Federico Fermín Fidel Francesc Francisco Fredrik Gabriel Gaspar Gerardo Germán Gerd Gilberto \
    Gisela Giulia Gonzalo Gregorio Gro Gudrun Guillermo Gunilla Gunnar Gustav Gustavo Haakon \
    Håkon Hector Héctor Heikki Henriette Hernán Hilde Hjalmar Horacio Hugo Ignacio Ines Inés Inga \
    Inger Ingrid Irene Isabel Isidro Ismael Itziar Iván Ivar Jaime Javier Jens Jerónimo Jesús \
    Joaquín Joaquim Jordi Jorge José Josefa Josep Juan Juana Jukka Julián Julieta Julio Jytte Kaja \
    Kaare Kåre Karin Katrin Kerstin Kirsten Kjell Knut Lars Laura Lea Leandro Leif Leire Leonor \
    Liv Lola Lorenzo Lourdes Lucía Luis Luisa Luiz Luz Magnus Maite Manuel Manuela Mar Marcelo \
    Marcos Margarita Mariano Maribel Maricarmen Mario Marisol Marit Marta Martín Mateo Matías \
    Mauricio Mercè Mercedes Mette Miguel Mikel Mikko Miriam Moisés Montserrat Nadia Natalia \
    Natividad Nicanor Nicolás Nieves Nils Nuria Núria Octavio Odd Olga Olof Omar Orlando Óscar \
    Osvaldo Outi Pablo Paloma Paola Pascual Patricio Paula Paulo Pedro Pere Per Pernille Pilar Pío \
    Purificación Quim Rafael Raimundo Ramiro Ramón Raquel Raúl Rebeca Regina Remedios Renata \
    Ricardo Rigoberto Rocío Rodrigo Roger Rolf Román Rosa Rosalía Rosario Rubén Rune Sagrario \
    Salvador Santiago Sebastián Sergio Severin Sigrid Siri Sixten Sofía Sofie Solveig Soledad Sonia \
    Stig Sven Sverre Svein Teodoro Teresa Terje Thor Tor Tove Trine Trinidad Trond Ulla Unai \
    Valentín Vicente Víctor Vidar Virgilio Viviana Xabier Xavier Ximena Yolanda Yngve Zulema
    """.split(separator: " ").map(String.init))
}
