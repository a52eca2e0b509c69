import Foundation

@testable import QuothTrain

/// The data sets that lie beside the project on the machines of its developers, and nowhere else.
enum SharedFolder {

  static let data = TrainingData(
    folder: URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../../shared/data").standardizedFileURL.path)

  /// Whether a data set and the program that unpacks it are here.
  static func has(_ path: String) -> Bool {
    let files = FileManager.default
    return files.fileExists(atPath: data.folder + "/" + path)
      && files.isExecutableFile(atPath: "/usr/bin/xz")
  }
}
