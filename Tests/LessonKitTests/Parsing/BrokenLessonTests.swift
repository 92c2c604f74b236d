import LessonKit
import Testing

/// What an author is told. Each case breaks the fixture, or is a small lesson, in one way.
struct BrokenLessonTests {
    /// One change of the fixture, and every line that it is answered with.
    static let changes: [(from: String, to: String, told: String)] = [
        ("", "", "whole"),
        // Directives.
        (
            "<!-- question id=gather-why", "<!-- qustion id=gather-why",
            "07-gather/lesson.md:42:6: error: unknown directive 'qustion'; did you mean 'question'?"
        ),
        (
            "<!-- note: keep", "<!-- remember: keep",
            "07-gather/lesson.md:6:6: error: unknown directive 'remember:'; known are lesson, demo, question, path; "
                + "a comment for authors begins with 'note:'"
        ),
        (
            "<!-- note: keep this short -->", "<!--   -->",
            "07-gather/lesson.md:6:1: error: empty comment; a comment is a directive or begins with 'note:'"
        ),
        (
            "minutes=15", "minuts=15",
            "07-gather/lesson.md:1:13: error: unknown key 'minuts' of directive 'lesson'; did you mean 'minutes'?"
        ),
        (
            "minutes=15", "minutes=ages",
            "07-gather/lesson.md:1:21: error: 'ages' is no number of minutes; write 1 to 600"
        ),
        (
            "needs=coroutines", "needs=coroutines,,x",
            "07-gather/lesson.md:1:54: error: '' in needs= is no lesson id; write ids with commas and no spaces between"
        ),
        ("slice=fetch", "slice=", "07-gather/lesson.md:9:33: error: key 'slice' has no value"),
        ("slice=fetch", "slice", "07-gather/lesson.md:9:27: error: expected key=value, found 'slice'"),
        ("slice=fetch", "slice=\"fetch", "07-gather/lesson.md:9:33: error: the quote before 'fetch ' is never closed"),
        (
            "slice=fetch", "slice=a=b",
            "07-gather/lesson.md:9:33: error: 'a=b' is no value; put values with such characters in double quotes"
        ),
        (
            "file=demo.swift", "file=demo.swift file=demo.swift",
            "07-gather/lesson.md:9:27: error: key 'file' is given twice"
        ),
        ("file=demo.swift ", "", "07-gather/lesson.md:9:1: error: directive 'demo' needs the key 'file='"),
        (" ask=lines", "", "07-gather/lesson.md:17:1: error: directive 'question' needs the key 'ask='"),
        (
            "kind=choice", "kind=choice ask=lines",
            "07-gather/lesson.md:42:45: error: key 'ask' is only for questions with kind=predict"
        ),
        // Demos.
        (
            "file=demo.swift", "file=demo.swif",
            "07-gather/lesson.md:9:16: error: no file 'demo.swif'; did you mean 'demo.swift'?"
        ),
        (
            "slice=fetch", "slice=fetsh",
            "07-gather/lesson.md:9:33: error: 'demo.swift' has no slice 'fetsh'; did you mean 'fetch'?"
        ),
        (
            "    print(name)\n}\n```", "    print(nam)\n}\n```",
            "07-gather/lesson.md:13:1: error: '    print(nam)' differs from demo.swift:7, which is '    print(name)'"
        ),
        (
            "    print(name)\n}\n```", "    print(name)\n```",
            "07-gather/lesson.md:14:1: error: the listing ends before demo.swift:8, which is '}'"
        ),
        ("}\n```", "}\nlet x = 1\n```", "07-gather/lesson.md:15:1: error: 'let x = 1' is not in demo.swift"),
        (
            "```swift\nCoroutine", "```python\nCoroutine",
            "07-gather/lesson.md:9:1: error: a demo directive stands directly above fenced code "
                + "that begins with '```swift'"
        ),
        // Questions.
        (
            "id=gather-why", "id=gather-order",
            "07-gather/lesson.md:42:18: error: question id 'gather-order' is used twice; first on line 17"
        ),
        (
            "id=gather-why", "id=Gather_why",
            "07-gather/lesson.md:42:18: error: 'Gather_why' is no question id; "
                + "use lower-case letters, digits and single hyphens, such as 'gather-order'"
        ),
        (
            "kind=choice", "kind=essay",
            "07-gather/lesson.md:42:34: error: unknown kind 'essay'; "
                + "known are choice, multiple, predict, number, text, order, code, explain"
        ),
        (
            "kind=choice", "kind=choise",
            "07-gather/lesson.md:42:34: error: unknown kind 'choise'; did you mean 'choice'?"
        ),
        ("points=2", "points=lots", "07-gather/lesson.md:17:61: error: 'lots' is no number of points; write 1 to 100"),
        (
            "ask=lines", "ask=lines schedule=fiffo",
            "07-gather/lesson.md:17:63: error: unknown schedule 'fiffo'; did you mean 'fifo'?"
        ),
        ("ask=lines", "ask=linse", "07-gather/lesson.md:17:48: error: unknown ask 'linse'; did you mean 'lines'?"),
        (
            "ask=lines", "ask=lines demo=errors",
            "07-gather/lesson.md:17:59: error: no demo named 'errors': there is no file 'demo-errors.swift'"
        ),
        (
            "What is it called in Swift?\n", "",
            "07-gather/lesson.md:65:1: error: question 'gather-word' asks nothing"
        ),
        (
            "Hint 2 of 2", "Hint 2",
            "07-gather/lesson.md:21:1: error: 'Hint 2' should be 'Hint 2 of 2' or 'Answer'"
        ),
        (
            "Who is made first?", "Who is `made` first?",
            "07-gather/lesson.md:20:40: error: Markdown is not read on the lines of '<details>', "
                + "here 'Who is `made` first?'; put blank lines around the text"
        ),
        (
            "Look at `gather`.\n\n</details>", "Look at `gather`.\n",
            "07-gather/lesson.md:25:1: error: '<details>' inside 'Hint 2 of 2', which is not closed"
        ),
        (
            "- wrong: it is in the section's title.\n</details>", "- wrong: it is in the section's title.",
            "07-gather/lesson.md:68:1: error: '<details>' of 'Answer' is never closed; "
                + "write '</details>' on a line of its own"
        ),
        (
            "</details>\n\n<!-- question id=gather-time", "</details>\n</details>\n\n<!-- question id=gather-time",
            "07-gather/lesson.md:53:1: error: '</details>' without '<details>'"
        ),
        (
            "- B. They **keep** running.", "- C. They **keep** running.",
            "07-gather/lesson.md:46:1: error: this choice should begin with 'B. ' and say something"
        ),
        (
            "- B. right: gather's", "- B. right gather's",
            "07-gather/lesson.md:51:1: error: "
                + "no ':' behind 'right' or 'wrong'; write '- right: feedback' or '- wrong [misconception]: feedback'"
        ),
        (
            "wrong [group-not-gather]", "wrong",
            "07-gather/lesson.md:50:1: error: a wrong choice names the misconception behind it: "
                + "'- A. wrong [misconception-id]: …'"
        ),
        (
            "- A. wrong [group-not-gather]: that is what a task group does.\n", "",
            "07-gather/lesson.md:48:1: error: the answer says nothing about 'A'"
        ),
        (
            "A. wrong [group-not-gather]", "A. right",
            "07-gather/lesson.md:48:1: error: 2 choices are right; it must be one"
        ),
        (
            "- right: first in", "- right \"a, b\": first in",
            "07-gather/lesson.md:28:1: error: the key of a prediction is never written down: "
                + "it comes from running the demo; write '- right: …'"
        ),
        (
            "when=reversed", "when=reverse",
            "07-gather/lesson.md:29:1: error: 'when=reverse'; did you mean 'reversed'?"
        ),
        (
            "- wrong: run it and see.\n", "",
            "07-gather/lesson.md:26:1: error: the answer needs an item '- wrong: feedback' for every other wrong answer"
        ),
        (
            "- right 1s", "- right soon",
            "07-gather/lesson.md:60:1: error: "
                + "'soon' is no number, with or without a unit, such as '3' or '250ms'"
        ),
        ("- wrong 3s", "- wrong 1000ms", "07-gather/lesson.md:61:1: error: '1 s' is both right and wrong"),
        (
            "\"async let\"", "\"Task group.\"",
            "07-gather/lesson.md:71:1: error: 'Task group.' is both right and wrong"
        ),
        // The text.
        ("# Running", "Running", "07-gather/lesson.md:1:1: error: no title; begin the text with '# Title'"),
        (
            "## Investigate", "# Investigate",
            "07-gather/lesson.md:40:1: error: a second title, 'Investigate'; the title is 'Running tasks: gather', "
                + "and sections begin with '##'"
        ),
        (
            "Three at *once*.", "- Three\n  <!-- note: x -->",
            "07-gather/lesson.md:5:3: error: a comment inside a list or quote; put it at the start of a line, outside"
        ),
    ]

    @Test(arguments: changes.indices)
    func aBrokenLessonIsToldWhereAndWhat(_ index: Int) throws {
        let change = Self.changes[index]
        #expect(change.from.isEmpty || Fixture.lesson.contains(change.from))
        let text =
            change.from.isEmpty
            ? Fixture.lesson : Fixture.lesson.replacing(change.from, with: change.to, maxReplacements: 1)
        #expect(Fixture.diagnostics(text) == change.told)
    }

    @Test func everythingThatIsWrongIsToldAtOnce() {
        let text = """
            # Title
            Text with `no end.

                code

            <!-- question id=x kind=choice -->
            ## Next
            <!-- demo file=demo.rb -->
            """
        #expect(
            Fixture.diagnostics(text) == """
                07-gather/lesson.md:1:1: error: no lesson directive; begin the file with \
                '<!-- lesson minutes=15 python="asyncio.gather" -->'
                07-gather/lesson.md:2:11: error: code begun by '`' is never ended; write '\\`' for the character
                07-gather/lesson.md:4:5: error: 'code' is indented like code; write code between ``` fences
                07-gather/lesson.md:6:1: error: question 'x' has no answer; end it with \
                '<details><summary>Answer</summary>', a blank line, the list of answers, and '</details>'
                07-gather/lesson.md:8:16: error: no file 'demo.rb'; the demos' files are demo.swift
                """
        )
    }

    @Test func filesThatBelongToNoDemoAreNamed() {
        #expect(
            Fixture.diagnostics(Fixture.lesson, files: ["demo.swift": Fixture.demo, "demo-errors.py": ""])
                == "07-gather/demo-errors.py:1:1: error: 'demo-errors.py' has no 'demo-errors.swift' beside it"
        )
    }

    @Test(arguments: [
        ("// slice: a\nx\n", "slice 'a' of 'demo.swift' is never ended; end it with '// end'"),
        ("// slice: a\n// slice: b\n// end\n", "slice 'a' of 'demo.swift' is not ended before line 2"),
        ("x\n// end\n", "line 2 of 'demo.swift' ends a slice, but none is begun"),
        (
            "// slice: a\n// end\n// slice: a\n// end\n",
            "'demo.swift' has two slices named 'a'; the second is on line 3"
        ),
        ("x\n", "'demo.swift' has no slice 'fetch'; it has none"),
    ])
    func aBadlyMarkedProgramIsToldSo(source: String, told: String) {
        #expect(
            Fixture.diagnostics(Fixture.lesson, files: ["demo.swift": source])
                == "07-gather/lesson.md:9:33: error: \(told)"
        )
    }

    @Test func anEmptyFileIsNoLesson() {
        #expect(
            Fixture.diagnostics("") == """
                07-gather/lesson.md:1:1: error: no title; begin the text with '# Title'
                07-gather/lesson.md:1:1: error: no lesson directive; begin the file with \
                '<!-- lesson minutes=15 python="asyncio.gather" -->'
                """
        )
    }
}
