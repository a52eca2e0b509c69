import Annotation
import Testing

@testable import Ingestion

@Suite struct MetadataValueTests {

  @Test(arguments: [
    ("Anna Berg", ["Anna Berg"]), ("By Anna Berg", ["Anna Berg"]),
    ("Anna Berg and Jon Roe", ["Anna Berg", "Jon Roe"]),
    ("Anna Berg, Jon Roe & Max Poe", ["Anna Berg", "Jon Roe", "Max Poe"]),
    ("Berg, Anna", ["Anna Berg"]), ("Berg; Roe", ["Berg", "Roe"]), ("  ", []), ("By", ["By"]),
    ("Von Anna Berg und Jon Roe", ["Anna Berg", "Jon Roe"]),
    ("Par Anna Berg et Jon Roe", ["Anna Berg", "Jon Roe"]),
    ("Anna Berg, Political Editor", ["Anna Berg"]), ("ANNA BERG | The Harbour Post", ["Anna Berg"]),
    ("Anna Berg in Paris, Jon Roe", ["Anna Berg", "Jon Roe"]),
    ("anna@example.org (Anna Berg)", ["Anna Berg"]),
    ("Anna Berg <anna@example.org>", ["Anna Berg"]),
    ("https://example.org/writers/anna", []), ("Anna Berg, Anna Berg", ["Anna Berg"]),
    ("Charles de Vries, Max van Poe", ["Charles de Vries", "Max van Poe"]),
    ("Reuters", ["Reuters"]), ("Por Ada Ruiz y Jon Roe", ["Ada Ruiz", "Jon Roe"]),
    ("Por Xiomara Quispe y Itzel Choque", ["Xiomara Quispe", "Itzel Choque"]),
    ("José Ortega y Gasset", ["José Ortega y Gasset"]), ("Por Ada Ruiz en París", ["Ada Ruiz"]),
    ("Santiago Ramón y Cajal, Ada Ruiz", ["Santiago Ramón y Cajal", "Ada Ruiz"]),
    ("Anna Silva e João Costa", ["Anna Silva", "João Costa"]),
    ("Ada Puig i Jordi Serra", ["Ada Puig", "Jordi Serra"]),
    ("Av Anna Berg och Jon Roe", ["Anna Berg", "Jon Roe"]),
    ("Anna Berg og Jon Roe", ["Anna Berg", "Jon Roe"]),
    ("Door Jan de Vries en Piet Poe", ["Jan de Vries", "Piet Poe"]),
    ("Por Ada Ruiz, Eva Gil y Jon Roe", ["Ada Ruiz", "Eva Gil", "Jon Roe"]),
    ("ida@example.org", ["ida@example.org"]), ("<ida@example.org>", ["ida@example.org"]),
    ("ida@example.org, Jon Roe", ["Jon Roe"]), ("noreply@example.org", []), ("a @ b", ["a b"]),
    ("Lund, Ida (Otterburg)", ["Ida Lund"]), ("Ida Lund (Otterburg)", ["Ida Lund"]),
    ("Ida Lund (AP) and Jon Roe (Reuters)", ["Ida Lund", "Jon Roe"]), ("(Reuters)", ["Reuters"]),
  ])
  func `writers are parted`(text: String, people: [String]) {
    #expect(MetadataValue.text(text).people == people)
  }

  @Test(arguments: [
    ("/2025/02/24/a", true), ("2025-02-24-a.txt", true), ("post_2025-02-24_a", true),
    ("20250224.txt", true), ("/world/2025/feb/24/a", true), ("/a-24-02-2025.html", true),
    ("/24/february/2025/a", true), ("/2025/févr/24/", true), ("/20250224-a", true),
    ("/24-fevrier-2025", true), ("/24-février-2025/", true), ("/2025/Februar/24/a", true),
    ("/monde/a-20250224", true), ("a?date=2025-02-24", true),
    ("/news/2025/0224/1498-quay/", true), ("/2025/1324/", false),
    ("2025/02", false), ("2025-13-24", false), ("a-1-2-3", false), ("a-10-02-2025", false),
    ("12345678.txt", false), ("19000224", false),
  ])
  func `a path names a day only as year, month and day`(path: String, isDay: Bool) {
    #expect(CalendarDay(inPath: path) == (isDay ? CalendarDay(year: 2025, month: 2, day: 24) : nil))
  }
}
