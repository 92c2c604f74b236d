import LessonKit
import Testing

struct MultipleJudgeTests {
    private func judged(_ answer: String) throws -> String {
        told(judge(answer, question: try KindsFixture.question("kinds-which"), run: nil))
    }

    @Test(arguments: ["a, c", "C A", "ac", "(a) and (c)", "A/C.", "a\nc", "'C', 'A'"])
    func everyRightLetterAndNoOtherIsRightInAnyOrder(_ answer: String) throws {
        #expect(
            try judged(answer)
                == """
                right: A. It waits for the task.
                B. It only makes the task.
                C. It waits for the time.
                D. It never waits.
                """
        )
    }

    @Test(arguments: [
        ("a", "0.5 []:  (1 of your letters is right, 1 is missing)"),
        (
            "a, c, d",
            #"0.5 ["everything-waits"]: D. It never waits. (2 of your letters are right, 1 is not)"#
        ),
        (
            "a b",
            #"0.0 ["creating-waits"]: B. It only makes the task. (1 of your letters is right, 1 is not, 1 is missing)"#
        ),
        (
            "b, d",
            #"0.0 ["creating-waits", "everything-waits"]: B. It only makes the task. | D. It never waits. "#
                + "(0 of your letters are right, 2 are not, 2 are missing)"
        ),
        (
            "abcd",
            #"0.0 ["creating-waits", "everything-waits"]: B. It only makes the task. | D. It never waits. "#
                + "(2 of your letters are right, 2 are not)"
        ),
    ])
    func partOfTheLettersEarnsPartOfTheCreditAndEveryWrongOneIsAnswered(answer: String, told: String) throws {
        #expect(try judged(answer) == told)
    }

    @Test(arguments: ["", " ", "e", "a, a", "a or none", "1", "and", "😀"])
    func whatIsNoListOfLettersIsNoAttempt(_ answer: String) throws {
        #expect(try judged(answer) == "expected the letters, from A to D, of all that are right")
    }
}

struct OrderJudgeTests {
    private func judged(_ answer: String) throws -> String {
        told(judge(answer, question: try KindsFixture.question("kinds-order"), run: nil))
    }

    @Test(arguments: ["B, A, D, C, E, G", "b d a c e g", "BADCEG", "B > A > D > C > E > G", "b\na\nd\nc\ne\ng"])
    func everyOrderThatKeepsTheChainsIsRight(_ answer: String) throws {
        #expect(try judged(answer) == "right: Both are made before either is awaited.")
    }

    @Test(arguments: [
        // The first misplaced line, with words of its own or without.
        ("C, B, A, D, E, G", "wrong: news has to be made before. (C stands too early at the top)"),
        ("B, D, E, A, C, G", "wrong: Begin with run. (E stands too early behind D)"),
        // Lines that do not belong.
        ("B, F, D, C, E, G", "wrong [await-overlaps]: That waits for the page at once. (F does not belong behind B)"),
        ("B, A, D, C, E, G, H", "wrong [crash-is-an-end]: That ends the program. (H does not belong behind G)"),
        // Whatever comes first speaks.
        ("F, C", "wrong [await-overlaps]: That waits for the page at once. (F does not belong at the top)"),
        // Foreseen as a whole.
        (
            "B, A, C, D, E, G",
            "wrong [one-by-one]: That is one after the other. (C stands too early behind A)"
        ),
        ("B, A, D", "wrong: Begin with run. (so far it is right, but 3 lines are missing)"),
        ("B, A, D, C, E", "wrong: Begin with run. (so far it is right, but 1 line is missing)"),
    ])
    func theFirstMisplacedLineIsAnsweredAndNothingBehindIt(answer: String, told: String) throws {
        #expect(try judged(answer) == told)
    }

    @Test(arguments: ["", "B, B", "I", "B A one", "lines"])
    func whatIsNoListOfLinesIsNoAttempt(_ answer: String) throws {
        #expect(try judged(answer) == "expected letters of lines from top to bottom, each once; there are A to H")
    }
}

struct ExplainJudgeTests {
    private func judged(_ answer: String) throws -> String {
        told(judge(answer, question: try KindsFixture.question("kinds-why"), run: nil))
    }

    @Test(arguments: ["Because nobody waits.", "誰も順番を譲らないからです", "a\nb\nc"])
    func anExplanationIsKeptAndNeverJudged(_ answer: String) throws {
        #expect(try judged(answer) == "kept; model: Because nobody gives up the turn:\nno await, no turn.")
    }

    @Test(arguments: ["", "no", "no idea"])
    func aWordIsNoExplanation(_ answer: String) throws {
        #expect(try judged(answer) == "expected an explanation in your own words, a sentence or two")
    }
}
