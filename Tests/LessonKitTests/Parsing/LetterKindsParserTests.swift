import LessonKit
import Testing

struct LetterKindsParserTests {
    @Test func multipleOrderAndExplainAreReadWithEveryPartInItsPlace() throws {
        let lesson = try LessonParser.parse(Fixture.folder(KindsFixture.lesson, files: [:])).get()
        #expect(
            LessonDump.dump(lesson) == #"""
                7 gather: Kinds
                5 minutes, python -, needs []
                == (no title)
                4:1 multiple kinds-which, 2 points: <p>Which of these wait?</p>
                  A. <p><code>await task.value</code></p> right: <p>It waits for the task.</p>
                  B. <p><code>createTask { }</code></p> wrong [creating-waits]: <p>It only makes the task.</p>
                  C. <p><code>await sleep(for: .seconds(1))</code></p> right: <p>It waits for the time.</p>
                  D. <p><code>print(&quot;a&quot;)</code></p> wrong [everything-waits]: <p>It never waits.</p>
                20:1 order kinds-order, 3 points: <p>Two pages at the same time. Put the lines in order.</p> <pre><code class="language-swift">A. let news = createTask { try await fetch(&quot;news&quot;) } B. try run { C. print(try await news.value) D. let sport = createTask { try await fetch(&quot;sport&quot;) } E. print(try await sport.value) F. let news = try await fetch(&quot;news&quot;) G. } // the end H. fatalError() </code></pre>
                  hint <p>What is awaited must be there.</p>
                  order B A C E G
                  order B D C
                  A. let news = createTask { try await fetch("news") } needed: 
                  B. try run { needed: 
                  C.     print(try await news.value) needed: <p><code>news</code> has to be made before.</p>
                  D.     let sport = createTask { try await fetch("sport") } needed: 
                  E.     print(try await sport.value) needed: 
                  F. let news = try await fetch("news") wrong [await-overlaps] instead of A: <p>That waits for the page at once.</p>
                  G. }⏎    // the end needed: 
                  H. fatalError() wrong [crash-is-an-end] instead of -: <p>That ends the program.</p>
                  right: <p>Both are made before either is awaited.</p>
                  wrong [one-by-one] ["B", "A", "C", "D", "E", "G"]: <p>That is one after the other.</p>
                  otherwise: <p>Begin with <code>run</code>.</p>
                48:1 explain kinds-why, 4 points: <p>Why does nothing else run meanwhile?</p>
                  model: <p>Because <em>nobody</em> gives up the turn:</p> <ul> <li>no await, no turn.</li> </ul>

                """#
        )
    }

    static let changes: [(from: String, to: String, told: String)] = [
        (
            "A. right: It waits for the task.", "A. wrong [a]: It waits for the task.",
            "whole"
        ),
        (
            "- B. wrong [creating-waits]", "- B. wrong",
            "07-gather/lesson.md:15:1: error: a wrong choice names the misconception behind it: '- B. wrong [misconception-id]: …'"
        ),
        (
            "- A. right: It waits for the task.\n", "",
            "07-gather/lesson.md:12:1: error: the answer says nothing about 'A'"
        ),
        (
            "- A. right: It waits for the task.\n- B. wrong [creating-waits]: It only makes the task.\n- C. right",
            "- A. wrong [a]: x.\n- B. wrong [creating-waits]: It only makes the task.\n- C. wrong [c]",
            "07-gather/lesson.md:12:1: error: no choice is right; it must be one or more"
        ),
        (
            "kind=multiple", "kind=multipel",
            "07-gather/lesson.md:4:35: error: unknown kind 'multipel'; did you mean 'multiple'?"
        ),
        (
            "- order: B, A, C, E, G\n- order: B, D, C\n", "",
            "07-gather/lesson.md:36:1: error: the answer does not say what comes before what; write '- order: B, A'"
        ),
        (
            "- order: B, D, C\n", "- order: C, B\n",
            "07-gather/lesson.md:36:1: error: the items 'order:' contradict each other: no order keeps them all"
        ),
        (
            "- order: B, D, C\n", "- order: B, D, C, F\n",
            "07-gather/lesson.md:36:1: error: line 'F' is in an 'order:', and the answer says that it does not belong"
        ),
        (
            "- order: B, D, C\n", "- order: B\n",
            "07-gather/lesson.md:39:1: error: 'order: B' should name two or more lines in order, such as 'order: B, A'"
        ),
        (
            "- order: B, D, C\n", "- order: B, X\n",
            "07-gather/lesson.md:39:1: error: 'order: B, X' should name two or more lines in order, such as 'order: B, A'"
        ),
        (
            "- order: B, D, C\n", "- ordre: B, D\n",
            "07-gather/lesson.md:39:1: error: unknown item 'ordre'; did you mean 'order'?"
        ),
        (
            "instead=A", "instead=H",
            "07-gather/lesson.md:42:1: error: 'instead=H' names no line that belongs; these do: A, B, C, D, E, G"
        ),
        ("instead=A", "insted=A", "07-gather/lesson.md:42:1: error: unknown key 'insted'; did you mean 'instead'?"),
        (
            "- F. wrong [await-overlaps]", "- F. wrong",
            "07-gather/lesson.md:42:1: error: a line that does not belong names the misconception behind it: '- F. wrong [misconception-id]: …'"
        ),
        (
            "- F. wrong", "- I. wrong",
            "07-gather/lesson.md:42:1: error: there is no line 'I'; there are A, B, C, D, E, F, G, H"
        ),
        ("- H. wrong", "- F. wrong", "07-gather/lesson.md:43:1: error: the answer speaks of 'F' twice"),
        (
            "- right: Both", "- right \"B, A\": Both",
            "07-gather/lesson.md:40:1: error: the right order is said by '- order: B, A'; write '- right: feedback'"
        ),
        (
            "\"B, A, C, D, E, G\"", "\"B, A, D, C, E, G\"",
            "07-gather/lesson.md:36:1: error: 'B, A, D, C, E, G' is both right and wrong"
        ),
        (
            "\"B, A, C, D, E, G\"", "\"B, Q\"",
            "07-gather/lesson.md:44:1: error: 'B, Q' is no list of lines, such as 'B, A'; each comes once"
        ),
        (
            "C.     print(try await news", "X.     print(try await news",
            "07-gather/lesson.md:26:1: error: 'X.     print(try await news.value)' should begin with 'C. ', the letter of the line, and say something"
        ),
        (
            "```swift\nA. let news", "```swift\nlet news",
            "07-gather/lesson.md:24:1: error: 'let news = createTask { try await fetch(\"news\") }' should begin with 'A. ', the letter of the line, and say something"
        ),
        (
            "- order: B, A, C, E, G\n- order: B, D, C\n", "- order: A, B, C, D, E, G\n",
            "07-gather/lesson.md:23:1: error: the lines stand in a right order, which gives the answer away; write them in another, and give them their letters anew"
        ),
        (
            "- wrong: Begin with `run`.\n", "",
            "07-gather/lesson.md:36:1: error: the answer needs an item '- wrong: feedback' for every other wrong answer"
        ),
        (
            "Because *nobody* gives up the turn:\n\n- no await, no turn.\n", "",
            "07-gather/lesson.md:51:1: error: the answer of an explanation is a model answer, to be shown beside the learner's"
        ),
    ]

    @Test(arguments: changes.indices)
    func aBrokenQuestionIsToldWhereAndWhat(_ index: Int) throws {
        let change = Self.changes[index]
        #expect(KindsFixture.lesson.contains(change.from))
        let text = KindsFixture.lesson.replacing(change.from, with: change.to, maxReplacements: 1)
        #expect(Fixture.diagnostics(text, files: [:]) == change.told)
    }
}
