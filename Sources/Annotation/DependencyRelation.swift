/// How a word depends on its head: the relations of Universal Dependencies, version 2, with the
/// subtypes that the English treebanks use often (de Marneffe, Manning, Nivre and Zeman 2021).
///
/// The order is part of the trained model.
public enum DependencyRelation: UInt8, Hashable, Sendable, CaseIterable {
  case acl, aclRelcl, advcl, advclRelcl, advmod, amod, appos, aux, auxPass, `case`, cc,
    ccPreconj, ccomp, compound, compoundPrt, conj, cop, csubj, csubjOuter, csubjPass, dep, det,
    detPredet, discourse, dislocated, expl, fixed, flat, goeswith, iobj, list, mark, nmod,
    nmodDesc, nmodPoss, nmodUnmarked, nsubj, nsubjOuter, nsubjPass, nummod, obj, obl, oblAgent,
    oblUnmarked, orphan, parataxis, punct, reparandum, root, vocative, xcomp

  /// The relation as it is written, like `nsubj:pass`.
  public var name: String { Self.names[Int(rawValue)] }

  private static let names = allCases.map { relation in
    let name = "\(relation)"
    guard let capital = name.utf8.firstIndex(where: { $0 < 0x61 }) else { return name }
    return "\(name[..<capital]):\(name[capital...].lowercased())"
  }

  /// The relation of a name, or of its part before the colon where the subtype is not one of these.
  public init?(name: some StringProtocol) {
    let whole = Self.byName[String(name)]
    guard let found = whole ?? Self.byName[String(name.prefix { $0 != ":" })] else { return nil }
    self = found
  }

  /// The relation without its subtype.
  public var universal: DependencyRelation {
    DependencyRelation(rawValue: Self.bases[Int(rawValue)]) ?? self
  }

  private static let byName = Dictionary(
    uniqueKeysWithValues: allCases.map { ($0.name, $0) })

  private static let bases: [UInt8] = allCases.map { relation in
    byName[String(relation.name.prefix { $0 != ":" })]?.rawValue ?? relation.rawValue
  }
}
