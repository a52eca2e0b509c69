/// The characters that are commonest in texts of the scripts of East Asia.
package enum CommonCharacters {

  /// Of Japanese.
  package static let kana =
    "ぁあぃいぅうぇえぉおかがきぎくぐけげこごさざしじすずせぜそぞただちぢっつづてでとどなにぬねのはばぱひびぴふぶぷへべぺほぼぽまみむめもゃや"
    + "ゅゆょよらりるれろわをんァアィイゥウェエォオカガキギクグケゲコゴサザシジスズセゼソゾタダチッツテデトドナニネノハバパヒビピフブプヘベペ"
    + "ホボポマミムメモャヤュユョヨラリルレロワンー、。「」"

  /// Of Chinese in simplified characters.
  package static let simplified =
    "的一是不了在人有我他这中大来上个国到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可她里后小么心多天而能好都然没日于"
    + "起还发成事只作当想看文无开手用主行方又如前所本见经头面公同三已老从动两长知分工进部政府新市长表示报记者月将与次其名关，。“”、：；《》（）"

  /// Of Chinese in traditional characters.
  package static let traditional =
    "的一是不了在人有我他這中大來上個國到說們為子和你地出道也時年得就那要下以生會自著去之過家學對可她裡後小麼心多天而能好都然沒日於"
    + "起還發成事只作當想看文無開手用主行方又如前所本見經頭面公同三已老從動兩長知分工進部政府新市長表示報記者月將與次其名關，。「」、：；《》（）"

  /// Of Korean.
  package static let hangul =
    "이다는의에을가고한하를은들도서지로사기어인자대해일시정나리그있부수아제장보라전과만주구면상조원스했것으였니까지않여위성공동오선"
}
