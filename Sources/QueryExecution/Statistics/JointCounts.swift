/// How often two things occur, together and each for itself, among so many places: the four counts
/// from which every measure of association is made.
///
/// The table of the places is, with *f* the joint count and *N* the number of places:
///
///     f              first - f
///     second - f     N - first - second + f
struct JointCounts: Hashable, Sendable {

  /// How often both occur together.
  let joint: Int

  /// How often the first occurs.
  let first: Int

  /// How often the second occurs.
  let second: Int

  /// The number of places.
  let total: Int

  /// How often both would occur together if neither had to do with the other:
  /// *first* · *second* / *N*; zero where there is no place.
  var expected: Double {
    total > 0 ? Double(first) * Double(second) / Double(total) : 0
  }
}
