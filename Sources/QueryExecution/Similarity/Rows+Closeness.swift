internal import QuerySemantics

extension Rows {

  /// What people are told of rows that are shown as like a text and are not close to it; nil where
  /// all are close.
  var closenessNote: String? {
    guard let figures = figures.first(where: { $0.name == RowFigures.similarity }) else {
      return nil
    }
    let likenesses = figures.values.filter { !$0.isNaN }
    guard let greatest = likenesses.max() else { return nil }
    let far = likenesses.count { $0 < WordingMeasure.leastClose }
    if far == 0 { return nil }
    let bound = "below a similarity of \(WordingMeasure.leastClose) rows share but a few words"
    if far < likenesses.count {
      return "\(Wording.grouped(far)) of these \(Wording.count(likenesses.count, unit)) "
        + "\(far == 1 ? "is" : "are") not close: \(bound)"
    }
    let most = (greatest * 1000).rounded() / 1000
    return "nothing is close: \(bound), and here it is \(most) at most"
  }
}
