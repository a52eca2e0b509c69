import QuerySemantics
import Testing

@Suite struct PatternTests {

  @Test(arguments: [
    ("[]", "[]"),
    ("[word = \"China\"]", "[word {China}]"),
    ("[word = \"CHINA\"]", "[word {China}]"),
    ("[word != \"china\"]", "[!(word {China})]"),
    ("[lemma = \"need\"]", "[lemma {need}]"),
    ("[pos = \"punct\"]", "[pos {PUNCT}]"),
    ("[pos = \"P.*|NOUN\"]", "[pos {NOUN, PUNCT}]"),
    ("[entity = \"Beijing\"]", "[entity {China}]"),
    ("[entity = \"Ch.*\"]", "[entity matches a tree of 4]"),
    ("[word = \"need\" | word = \"peace\"]", "[word {need, Peace}]"),
    ("[word = \"tax\" & pos = \"NOUN\"]", "[(word {tax} & pos {NOUN})]"),
    ("[!(word = \"tax\")]", "[!(word {tax})]"),
    ("[!(word != \"tax\")]", "[word {tax}]"),
    ("[word = \"re.*\"]", "[word matches a tree of 4]"),
    ("[word = exactly \"China\"]", "[word {China}]"),
    ("[word = exactly \"china\" %c]", "[word {China}]"),
    ("[word = exactly \"c.*\"]", "[word matches a tree of 3 with case with accents]"),
    ("[word = exactly \"c.*\" %c]", "[word matches a tree of 3 with accents]"),
    ("[word = exactly \"c.*\" %d]", "[word matches a tree of 3 with case]"),
    ("[word = \"c.*\" %cd]", "[word matches a tree of 3]"),
    ("[word = \".\" %l]", "[word {.}]"),
    ("[word = \"\\\\.\"]", "[word {.}]"),
    ("\"red\" []", "([word {red}] [])"),
    ("[word = \"need\"] []{0,3} \"tax\"", "([word {need}] []{0,3} [word {tax}])"),
    ("[word = \"need\"]+", "[word {need}]{1,}"),
    ("[]? \"tax\"", "([]{0,1} [word {tax}])"),
    ("[]{2} \"tax\"", "([]{2,2} [word {tax}])"),
    ("([word = \"red\"] | [word = \"wealth\"]) []", "(([word {red}] | [word {wealth}]) [])"),
    (
      "a:[] b:[] :: a.word = b.word",
      "(0:[] 1:[]) :: 0.word = 1.word"
    ),
    (
      "a:[] [] :: a.pos = \"NOUN\" & !(a.word != \"tax\")",
      "(0:[] []) :: (0:[pos {NOUN}] & 0:[word {tax}])"
    ),
    ("a:[]? \"tax\" :: a.word = \"wealth\"", "(0:[]{0,1} [word {tax}]) :: 0:[word {wealth}]"),
  ])
  func `a token pattern binds to codes and expressions`(text: String, expected: String) {
    #expect(mistakes(text) == [])
    #expect(bound(text) == "pattern " + expected)
    #expect(mistakes("quotes where " + text) == [])
    #expect(bound("quotes where " + text) == "quotes\nwhere pattern " + expected)
  }

  @Test(arguments: [
    ("[] within s", "pattern [] within sentences"),
    ("[] within p", "pattern [] within paragraphs"),
    ("[] within text", "pattern [] within documents"),
  ])
  func `the regions of other corpora have their short names`(text: String, expected: String) {
    #expect(mistakes(text) == [])
    #expect(bound(text) == expected)
  }

  @Test(arguments: [
    (
      "[tag = \"NOUN\"]",
      "tag: no attribute of tokens in a pattern is named 'tag'; did you mean 'pos'? "
        + "[unknown-token-attribute]"
    ),
    (
      "[lema = \"need\"]",
      "lema: no attribute of tokens in a pattern is named 'lema'; did you mean 'lemma'? "
        + "[unknown-token-attribute]"
    ),
    (
      "[colour = \"red\"]",
      "colour: no attribute of tokens in a pattern is named 'colour'; "
        + "a pattern asks for the word, lemma, pos or entity of a token [unknown-token-attribute]"
    ),
    ("[pos = \"JJ\"]", "\"JJ\": 'pos' is never 'JJ'; did you mean 'ADJ'? [unknown-tag]"),
    ("[pos = \"NNS?\"]", "\"NNS?\": 'pos' is never 'NNS?'; did you mean 'NOUN'? [unknown-tag]"),
    ("[pos = \"NNP.*\"]", "\"NNP.*\": 'pos' is never 'NNP.*'; did you mean 'PROPN'? [unknown-tag]"),
    ("[pos = \"VBD\"]", "\"VBD\": 'pos' is never 'VBD'; did you mean 'VERB'? [unknown-tag]"),
    (
      "[pos = \"adjective\"]",
      "\"adjective\": 'pos' is never 'adjective'; did you mean 'ADJ'? [unknown-tag]"
    ),
    ("[pos = \"NUON\"]", "\"NUON\": 'pos' is never 'NUON'; did you mean 'NOUN'? [unknown-tag]"),
    ("tokens where pos = \"JJ\"", "\"JJ\": 'pos' is never 'JJ'; did you mean 'ADJ'? [unknown-tag]"),
    (
      "[word = \"(a\"]",
      "(: the group that opens here is not closed; write \\( for the mark itself [invalid-regex]"
    ),
    ("[word = \"\"]", "\"\": a phrase has at least one word [empty-phrase]"),
    ("[]{0}", "[]{0}: the pattern has no token that could stand in a text [empty-pattern]"),
    (
      "([]{100}){200}",
      "([]{100}){200}: the pattern grows too large, as it does where repetitions multiply [pattern-too-large]"
    ),
    (
      "a:([] []) :: a.pos = \"NOUN\"",
      "a: a label names one token, and what stands behind 'a:' is a group [label-on-group]"
    ),
    (
      "a:[]+ :: a.pos = \"NOUN\"",
      "a: a label names one token, and what stands behind 'a:' can come several times "
        + "[label-on-repetition]"
    ),
    (
      "a:[] a:[] :: a.pos = \"NOUN\"",
      "a: two parts of the pattern are called 'a'; give one another name [repeated-label]"
    ),
    (
      "a:[] bb:[] :: bc.pos = \"NOUN\"",
      "bc: no token of the pattern is called 'bc'; did you mean 'bb'? [unknown-label]"
    ),
    (
      "[] [] :: a.pos = \"NOUN\"",
      "a: no token of the pattern is called 'a'; write 'a:' before a token of the pattern "
        + "[unknown-label]"
    ),
    (
      "a:[] b:[] :: a.pos = b.word",
      "a.pos = b.word: 'pos' and 'word' have no values in common to compare [unlike-attributes]"
    ),
    (
      "people where [word = \"red\"]",
      "[word = \"red\"]: a phrase alone looks into the text of a row, and people have none [no-text]"
    ),
  ])
  func `a mistake in a pattern is told at its words`(text: String, expected: String) {
    #expect(mistakes(text) == [expected])
    #expect(analysis(text).statement == nil)
  }

  @Test(arguments: [
    (
      "[word = \"lime\"]",
      ["the word 'lime' stands nowhere in the corpus; the nearest: line, 1 token"]
    ),
    (
      "[lemma = \"taxx\"]",
      ["no word of the corpus has the lemma 'taxx'; the nearest: tax, 1 token"]
    ),
    (
      "[word = exactly \"china\"]",
      ["the word 'china' stands nowhere in the corpus; the nearest: China, 1 token"]
    ),
    (
      "[word = \"red line\"]",
      ["'red line' is no one word: the corpus has it as \"red\" \"line\""]
    ),
    ("[entity = \"Trump\"]", ["Trump → Donald Trump, 1 mention"]),
    (
      "[entity = \"Trmp\"]",
      ["no entity is called 'Trmp'; the nearest: Donald Trump, 1 mention"]
    ),
    (
      "[pos = \"VERB\"]",
      ["no pos is called 'VERB'; the most frequent: NOUN, 29 tokens; PUNCT, 7 tokens"]
    ),
    ("[word = \"re.*\"]", []),
  ])
  func `what a pattern asks for that no text has is told`(text: String, expected: [String]) {
    #expect(mistakes(text) == [])
    #expect(notices(text) == expected)
  }
}
