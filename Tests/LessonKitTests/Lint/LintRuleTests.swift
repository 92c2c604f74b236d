import LessonKit
import Testing

/// Each case breaks the sound course in one way; the course as it is is its mended twin.
struct LintRuleTests {
    struct Break: CustomTestStringConvertible, Sendable {
        let rule: String
        var file = "01-first/lesson.md"
        let from: String
        let to: String
        /// Nil: the file is taken away.
        var told: [String]

        var testDescription: String { "\(rule): \(to)" }
    }

    @Test func aSoundCourseIsClean() {
        #expect(SoundCourse().findings() == "")
    }

    @Test(arguments: breaks) func aBrokenRuleIsToldWithItsPlace(_ change: Break) throws {
        var course = SoundCourse()
        let text = try #require(course.files[change.file])
        #expect(text.contains(change.from))
        course.files[change.file] =
            change.to == "-" ? nil : text.replacing(change.from, with: change.to, maxReplacements: 1)
        #expect(course.findings().split(separator: "\n").map(String.init) == change.told)
    }

    static let breaks: [Break] = [
        Break(rule: "syntax", from: "kind=text", to: "kind=txt", told: ["x"]),
        Break(rule: "slice", from: "    print(\"a\")\n}\n```", to: "    print(\"b\")\n}\n```", told: ["x"]),
        Break(rule: "needs", from: "minutes=5", to: "minutes=5 needs=first", told: ["x"]),
        Break(rule: "needs", from: "minutes=5", to: "minutes=5 needs=frist", told: ["x"]),
        Break(rule: "heading-levels", from: "## The end\n", to: "#### Deep\n\n## The end\n", told: ["x"]),
        Break(rule: "links", from: "../glossary.md#task", to: "../glosary.md", told: ["x"]),
        Break(rule: "links", from: "../glossary.md#task", to: "../glossary.md#tusk", told: ["x"]),
        Break(rule: "links", from: "../glossary.md#task", to: "../../secret.md", told: ["x"]),
        Break(rule: "links", from: "(#the-end)", to: "(#the-ende)", told: ["x"]),
        Break(rule: "links", from: "lanes.png", to: "lane.png", told: ["x"]),
        Break(rule: "links", from: "https://docs", to: "http://docs", told: ["x"]),
        Break(rule: "links", from: "https://docs", to: "javascript:docs", told: ["x"]),
        Break(rule: "links", from: "https://docs.python.org/3/", to: "https://docs", told: ["x"]),
        Break(rule: "alt-text", from: "![two lanes]", to: "![ ]", told: ["x"]),
        Break(
            rule: "listing-width",
            from: "## The end\n",
            to: "```text\n\(String(repeating: "x", count: 81))\n```\n\n## The end\n",
            told: ["x"]
        ),
        Break(
            rule: "sentence-length",
            from: "Done.",
            to: "Done.\nThis is one. " + String(repeating: "word ", count: 30) + "`and code`.",
            told: ["x"]
        ),
        Break(rule: "terms", from: "A *task* is", to: "A *tusk* is", told: ["x"]),
        Break(
            rule: "hint-ladder",
            from:
                "<details><summary>Hint 1 of 2</summary>Look.</details>\n<details><summary>Hint 2 of 2</summary>It is",
            to: "<details><summary>Hint 1 of 1</summary>It is",
            told: ["x"]
        ),
        Break(rule: "hint-ladder", from: "Look at B.", to: "Look at A.", told: ["x"]),
        Break(rule: "own-feedback", from: "It is not.", to: "It is.", told: ["x"]),
        Break(
            rule: "foreseen-answers",
            from: "- wrong b [next-letter]",
            to: "- wrong \"b\" | \"B.\" [next-letter]: x\n- wrong \"'b'\" [next-letter]",
            told: ["x"]
        ),
        Break(rule: "misconceptions", from: "wrong b [next-letter]", to: "wrong b [nxt-letter]", told: ["x"]),
        Break(rule: "misconceptions", file: "misconceptions.md", from: "next-letter", to: "-", told: ["x"]),
        Break(rule: "misconceptions", file: "misconceptions.md", from: "| It stays.", to: "| ", told: ["x"]),
        Break(rule: "misconceptions", file: "misconceptions.md", from: "| [Pea 1986]", to: "| [Pea 1968]", told: ["x"]),
        Break(
            rule: "misconceptions",
            file: "misconceptions.md",
            from: "\n\n## Sources",
            to: "\n| `next-letter` | a | b | own |\n| `unused` | a | b | own |\n\n## Sources",
            told: ["x"]
        ),
        Break(rule: "demo-files", file: "01-first/demo.py", from: "print", to: "-", told: ["x"]),
        Break(rule: "demo-files", file: "01-first/demo.expected", from: "a", to: "-", told: ["x"]),
        Break(
            rule: "glossary",
            file: "glossary.md",
            from: "## Task\n\nA unit of work.\n",
            to: "## Idea\n\n## Task\n\nx\n\n## task\n\nx\n",
            told: ["x"]
        ),
    ]
}
