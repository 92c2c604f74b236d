import Testing

@testable import LessonKit

/// The expected values were computed by an FNV-1a written in Python: journals hold them, so they may never change.
struct ContentHashTests {
    @Test(arguments: [
        ([], "cbf29ce484222325"), ([""], "af63bd4c8601b7df"), (["a"], "e63fb71904836b8c"),
        (["a b"], "69cfa90885adea82"), (["a", "b"], "746bda768444d6da"), (["é"], "f7f51bc6f1d61649"),
    ])
    func theHashIsFNV1aOfTheWords(texts: [String], hash: String) {
        #expect(ContentHash.hash(texts) == hash)
    }

    @Test func onlyWordsAndTheirOrderCount() {
        #expect(ContentHash.hash(["  a\r\n\tb "]) == ContentHash.hash(["a b"]))
        #expect(ContentHash.hash(["ab"]) != ContentHash.hash(["a b"]))
        #expect(ContentHash.hash(["a", "b"]) != ContentHash.hash(["a b"]))
        #expect(ContentHash.hash(["b a"]) != ContentHash.hash(["a b"]))
    }
}
