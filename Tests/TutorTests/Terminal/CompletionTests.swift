import Testing
import TutorKit

struct CompletionTests {
    @Test(arguments: [
        ("", ["help"], "help "),
        ("open ga", ["gather", "glossary"], "ther "),
        ("open gather", ["gather"], " "),
        ("a", ["answer", "answers"], "nswer"),
        ("answer", ["answer", "answers"], ""),
        ("x", ["answer"], ""),
        ("é", ["e\u{301}té"], "té "),
        ("e", ["e\u{301}té"], ""),
        ("日", ["日本", "日本"], "本 "),
        ("two  ", ["three"], "three "),
    ])
    func theWordAtTheCursorIsCompletedAsFarAsTheCandidatesAgree(text: String, candidates: [String], insertion: String) {
        #expect(Completion(textBeforeCursor: text, candidates: candidates).insertion == insertion)
    }

    @Test func choicesAreShownWhereNothingCanBeInserted() {
        #expect(Completion(textBeforeCursor: "an", candidates: ["answer", "answers", "ask"]).choices == [])
        #expect(
            Completion(textBeforeCursor: "answer", candidates: ["answers", "ask", "answer"]).choices == [
                "answers", "answer",
            ]
        )
        #expect(Completion(textBeforeCursor: "z", candidates: ["answers", "ask"]).choices == [])
    }

    @Test func choicesReadDownwardsInColumnsThatFit() {
        let completion = Completion(textBeforeCursor: "", candidates: ["a", "bb", "ccc", "d", "e", "f", "g"])
        #expect(
            completion.lines(width: 13) == [
                "a    d    g",
                "bb   e",
                "ccc  f",
            ]
        )
        #expect(completion.lines(width: 1) == ["a", "bb", "ccc", "d", "e", "f", "g"])
        #expect(Completion(textBeforeCursor: "", candidates: []).lines(width: 80) == [])
    }
}
