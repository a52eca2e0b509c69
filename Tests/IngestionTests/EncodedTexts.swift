import Foundation

/// Texts of our own in old encodings, as the codecs of Python write them.
enum EncodedTexts {

  /// A text, the label and the name of an encoding, and the bytes in base64.
  struct Sample {
    let text: String
    let label: String
    let name: String
    let base64: String

    var bytes: [UInt8] { Data(base64Encoded: base64).map(Array.init) ?? [] }
  }

  static let japanese =
    "渡し船は月曜の朝、また港を出ました。「新しいエンジンは静かで、とても速い」と市長のアダ・モレルさんは話しました。乗客は三十人で、切符は夏まで無料です。"
  static let chinese =
    "渡轮星期一早上又从港口出发了。市长说：“新的发动机很好，大家都可以坐。”这是今年的第一次，有三十个人在船上。政府表示，夏天以前不会要钱。"
  static let traditional =
    "渡輪星期一早上又從港口出發了。市長說：「新的發動機很好，大家都可以坐。」這是今年的第一次，有三十個人在船上。政府表示，夏天以前不會要錢。"
  static let korean =
    "나룻배가 월요일 아침에 다시 항구를 떠났다. 시장은 “새 기관은 조용하고 아주 빠르다”고 말했다. 손님은 서른 명이었고, 여름까지 표는 무료라고 한다."
  static let russian =
    "Паром снова вышел из гавани в понедельник утром. «Новый двигатель работает тихо и быстро», — сказала мэр города Ада Морель. До лета билеты будут бесплатными."
  static let ukrainian =
    "Пором знову вийшов із гавані в понеділок уранці. «Новий двигун працює тихо і швидко», — сказала міська голова Ада Морель. До літа квитки будуть безкоштовними."
  static let bulgarian =
    "Фериботът отново излезе от пристанището в понеделник сутринта. „Новият двигател работи тихо и бързо“, каза кметът на града Ада Морел. До лятото билетите ще бъдат безплатни."
  static let greek =
    "Το πλοίο έφυγε πάλι από το λιμάνι τη Δευτέρα το πρωί. «Η καινούρια μηχανή είναι ήσυχη και γρήγορη», είπε η δήμαρχος της πόλης. Ως το καλοκαίρι τα εισιτήρια θα είναι δωρεάν."
  static let hebrew =
    "המעבורת יצאה שוב מן הנמל ביום שני בבוקר. המנוע החדש שקט ומהיר מאוד, אמרה ראש העיר עדה מורל. עד הקיץ יהיו הכרטיסים בחינם לכל הנוסעים."

  /// Russian with marks that every code page has.
  static let plainRussian = russian.replacing("—", with: "-").replacing("«", with: "'")
    .replacing("»", with: "'")

  static let all = [
    Sample(
      text: japanese, label: "shift_jis", name: "Shift JIS",
      base64: "k26CtZFEgs2MjpdqgsySqYFBgtyCvY1ggvCPb4LcgrWCvYFCgXWQVoK1gqKDR4OTg1eDk4LNkMOCqYLFgUGC"
        + "xoLEguCRrIKigXaCxo5zkreCzINBg1+BRYOCg4yDi4KzgvGCzZhigrWC3IK1gr2BQo/mi3GCzY5Pj1yQbILF"
        + "gUGQ2JWEgs2JxILcgsWWs5e/gsWCt4FC"),
    Sample(
      text: japanese, label: "euc-jp", name: "EUC-JP",
      base64: "xc+kt8GlpM+37s3LpM7Eq6GipN6kv7nBpPK90KTepLekv6Gjoda/t6S3pKSlqKXzpbil86TPwMWkq6THoaKk"
        + "yKTGpOLCrqSkodekyLvUxLmkzqWipcChpqXipeyl66S1pPOkz8/DpLek3qS3pL+ho77otdKkz7uwvb2/zaTH"
        + "oaLA2snkpM+yxqTepMfMtc7BpMekuaGj"),
    Sample(
      text: japanese, label: "iso-2022-jp", name: "ISO-2022-JP",
      base64: "GyRCRU8kN0ElJE83bk1LJE5EKyEiJF4kPzlBJHI9UCReJDckPyEjIVY/NyQ3JCQlKCVzJTglcyRPQEUkKyRH"
        + "ISIkSCRGJGJCLiQkIVckSDtURDkkTiUiJUAhJiViJWwlayQ1JHMkT09DJDckXiQ3JD8hIz5oNVIkTzswPT0/"
        + "TSRHISJAWklkJE8yRiReJEdMNU5BJEckOSEjGyhC"),
    Sample(
      text: chinese, label: "gbk", name: "GB 18030",
      base64: "tsnC1tDHxtrSu9Tnyc/T1rTTuNu/2rP2t6LBy6GjytCzpMu1o7qhsNDCtcS3oravu/q63LrDo6y087zStry/"
        + "ydLU1/iho6Gx1eLKx73xxOq1xLXa0ru0zqOs09DI/cquuPbIy9TatKzJz6Gj1f64rrHtyr6jrM/EzOzS1Mew"
        + "sru74dKqx66how=="),
    Sample(
      text: chinese, label: "gb18030", name: "GB 18030",
      base64: "tsnC1tDHxtrSu9Tnyc/T1rTTuNu/2rP2t6LBy6GjytCzpMu1o7qhsNDCtcS3oravu/q63LrDo6y087zStry/"
        + "ydLU1/iho6Gx1eLKx73xxOq1xLXa0ru0zqOs09DI/cquuPbIy9TatKzJz6Gj1f64rrHtyr6jrM/EzOzS1Mew"
        + "sru74dKqx66how=="),
    Sample(
      text: traditional, label: "big5", name: "Big5",
      base64: "tOe9/KxQtMGkQKatpFekU7FxtOSkZqVYtW+kRqFDpauq+LuhoUehdbdzqrq1b7DKvver3KZuoUGkaq5hs6Ol"
        + "aaVIp6ShQ6F2s2+sT6S1pn6qurLEpECmuKFBprOkVKRRrdOkSKZisu6kV6FDrEapsqrtpdyhQa5MpNGlSKtl"
        + "pKO3fK1uv/qhQw=="),
    Sample(
      text: korean, label: "euc-kr", name: "EUC-KR",
      base64: "s6q37bnosKEgv/m/5MDPIL7GxKe/oSC02b3DIMfXsbi4piC2sLO1tNkuIL3DwOXAuiChsLv1ILHisPzAuiDB"
        + "tr/rx8+w7SC+xsHWILr8uKO02aGxsO0guLvH37TZLiC81bTUwLogvK24pSC47cDMvvqw7Swgv6m4p7HuwfYg"
        + "x6W0wiC5q7fhtvOw7SDH0bTZLg=="),
    Sample(
      text: russian, label: "windows-1251", name: "Windows-1251",
      base64: "z+Dw7uwg8e3u4uAg4vv45esg6Ocg4+Di4O3oIOIg7+7t5eTl6/zt6Oog8/Lw7uwuIKvN7uL76SDk4ujj4PLl"
        + "6/wg8ODh7vLg5fIg8uj17iDoIOH78fLw7rssIJcg8erg5+Dr4CDs/fAg4+7w7uTgIMDk4CDM7vDl6/wuIMTu"
        + "IOvl8uAg4ejr5fL7IOHz5PPyIOHl8e/r4PLt++zoLg=="),
    Sample(
      text: plainRussian, label: "koi8-r", name: "KOI8-U",
      base64: "8MHSz80g087P18Eg19nbxcwgydogx8HXwc7JINcg0M/OxcTFzNjOycsg1dTSz80uICfuz9fZyiDE18nHwdTF"
        + "zNgg0sHCz9TBxdQg1MnIzyDJIMLZ09TSzycsIC0g08vB2sHMwSDN3NIgx8/Sz8TBIOHEwSDtz9LFzNguIOTP"
        + "IMzF1MEgwsnMxdTZIMLVxNXUIMLF09DMwdTO2c3JLg=="),
    Sample(
      text: plainRussian, label: "ibm866", name: "code page 866",
      base64: "j6Dgrqwg4a2uoqAgouvopasgqKcgo6CioK2oIKIgr66tpaSlq+ytqKog4+LgrqwuICeNrqLrqSCkoqijoOKl"
        + "q+wg4KChruKgpeIg4qjlriCoIKHr4eLgricsIC0g4aqgp6CroCCs7eAgo67grqSgIICkoCCMruClq+wuIISu"
        + "IKul4qAgoairpeLrIKHjpOPiIKGl4a+roOKt66yoLg=="),
    Sample(
      text: plainRussian, label: "iso-8859-5", name: "ISO 8859-5",
      base64: "v9Dg3twg4d3e0tAg0uvo1dsg2Ncg09DS0N3YINIg397d1dTV2+zd2Nog4+Lg3twuICe93tLr2SDU0tjT0OLV"
        + "2+wg4NDR3uLQ1eIg4tjl3iDYINHr4eLg3icsIC0g4drQ19Db0CDc7eAg097g3tTQILDU0CC83uDV2+wuILTe"
        + "INvV4tAg0djb1eLrINHj1OPiINHV4d/b0OLd69zYLg=="),
    Sample(
      text: ukrainian, label: "windows-1251", name: "Windows-1251",
      base64: "z+7w7uwg5+3u4vMg4ujp+O7iILPnIOPg4uDtsyDiIO/u7eXks+vu6iDz8ODt9rMuIKvN7uLo6SDk4ujj8+0g"
        + "7/Dg9v66IPLo9e4gsyD44ujk6u67LCCXIPHq4Ofg6+Ag7LPx/OrgIOPu6+7i4CDA5OAgzO7w5ev8LiDE7iDr"
        + "s/LgIOri6PLq6CDh8+Tz8vwg4eXn6u748u7i7ejs6C4="),
    Sample(
      text: bulgarian, label: "windows-1251", name: "Windows-1251",
      base64: "1OXw6OHu8vryIO7y7e7i7iDo5+vl5+Ug7vIg7/Do8fLg7ej55fLuIOIg7+7t5eTl6+3o6iDx8/Lw6O3y4C4g"
        + "hM3u4uj/8iDk4ujj4PLl6yDw4OHu8ugg8uj17iDoIOH68Ofukywg6uDn4CDq7OXy+vIg7eAg4/Dg5OAgwOTg"
        + "IMzu8OXrLiDE7iDr//Lu8u4g4ejr5fLo8uUg+eUg4frk4PIg4eXn7+vg8u3oLg=="),
    Sample(
      text: greek, label: "windows-1253", name: "Windows-1253",
      base64: "1O8g8Ovv3+8g3fb14+Ug8Nzr6SDh8Pwg9O8g6+ns3O3pIPTnIMTl9fTd8eEg9O8g8PH53y4gq8cg6uHp7e/9"
        + "8enhIOzn9+Ht3iDl3+3h6SDe8/X35yDq4ekg4/He4+/x57ssIOXf8OUg5yDk3uzh8ffv8iD05/Ig8Pzr5/Iu"
        + "INnyIPTvIOrh6+/q4d/x6SD04SDl6fPp9N7x6eEg6OEg5d/t4ekg5Pnx5dztLg=="),
    Sample(
      text: hebrew, label: "windows-1255", name: "Windows-1255",
      base64: "5O7y4eX4+iDp9uDkIPnl4SDu7yDk8O7sIOHp5e0g+fDpIOHh5ff4LiDk7vDl8iDk5+P5IPn36CDl7uTp+CDu"
        + "4OXjLCDg7vjkIPjg+SDk8un4IPLj5CDu5fjsLiDy4yDk9+n1IOnk6eUg5Ov46Onx6e0g4efp8O0g7OvsIOTw"
        + "5fHy6e0u"),
  ]
}
