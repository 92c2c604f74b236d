import LessonKit
import Testing

/// Each case breaks the sound course in one way; the course as it is is its mended twin.
struct LintRuleTests {
    struct Break: CustomTestStringConvertible, Sendable {
        let rule: String
        var file = "01-first/lesson.md"
        let from: String
        /// `-`: the file is taken away.
        let to: String
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
        Break(
            rule: "syntax",
            from: "kind=text",
            to: "kind=txt",
            told: ["Course/01-first/lesson.md:18:34: error: unknown kind 'txt'; did you mean 'text'? [syntax]"]
        ),
        Break(
            rule: "slice",
            from: "    print(\"a\")\n}\n```",
            to: "    print(\"b\")\n}\n```",
            told: [
                "Course/01-first/lesson.md:14:1: error: '    print(\"b\")' differs from demo.swift:5, which is '    print(\"a\")' [slice]"
            ]
        ),
        Break(
            rule: "needs",
            from: "minutes=5",
            to: "minutes=5 needs=first",
            told: ["Course/01-first/lesson.md:1:1: error: needs= leads in a circle: first needs first [needs]"]
        ),
        Break(
            rule: "needs",
            from: "minutes=5",
            to: "minutes=5 needs=frist",
            told: [
                "Course/01-first/lesson.md:1:1: error: needs= names no lesson 'frist'; did you mean 'first'? [needs]"
            ]
        ),
        Break(
            rule: "heading-levels",
            from: "## The end\n",
            to: "#### Deep\n\n## The end\n",
            told: [
                "Course/01-first/lesson.md:128:1: error: 'Deep' is a heading of level 4 below one of level 2; write '### Deep' [heading-levels]"
            ]
        ),
        Break(
            rule: "links",
            from: "../glossary.md#task",
            to: "../glosary.md",
            told: [
                "Course/01-first/lesson.md:4:37: error: '../glosary.md' leads to no file: there is no 'glosary.md'; did you mean 'glossary.md'? [links]"
            ]
        ),
        Break(
            rule: "links",
            from: "../glossary.md#task",
            to: "../glossary.md#tusk",
            told: [
                "Course/01-first/lesson.md:4:37: error: 'glossary.md' has no heading '#tusk'; did you mean 'task'? [links]"
            ]
        ),
        Break(
            rule: "links",
            from: "../glossary.md#task",
            to: "../../secret.md",
            told: ["Course/01-first/lesson.md:4:37: error: '../../secret.md' leads out of the course [links]"]
        ),
        Break(
            rule: "links",
            from: "(#the-end)",
            to: "(#the-ende)",
            told: [
                "Course/01-first/lesson.md:4:74: error: '01-first/lesson.md' has no heading '#the-ende'; did you mean 'the-end'? [links]"
            ]
        ),
        Break(
            rule: "links",
            from: "lanes.png",
            to: "lane.png",
            told: [
                "Course/01-first/lesson.md:9:1: error: 'lane.png' leads to no file: there is no '01-first/lane.png'; did you mean '01-first/lanes.png'? [links]"
            ]
        ),
        Break(
            rule: "links",
            from: "https://docs",
            to: "http://docs",
            told: [
                "Course/01-first/lesson.md:5:1: error: 'http://docs.python.org/3/' is not encrypted; write 'https://' [links]"
            ]
        ),
        Break(
            rule: "links",
            from: "https://docs",
            to: "javascript:docs",
            told: [
                "Course/01-first/lesson.md:5:1: error: 'javascript:' is no link that every reader can follow; write 'https://' or a path [links]"
            ]
        ),
        Break(
            rule: "links",
            from: "https://docs.python.org/3/",
            to: "https://docs",
            told: ["Course/01-first/lesson.md:5:1: error: 'https://docs' is no whole address [links]"]
        ),
        Break(
            rule: "alt-text",
            from: "![two lanes]",
            to: "![ ]",
            told: [
                "Course/01-first/lesson.md:9:1: error: the picture 'lanes.png' has no words; write '![what it shows](lanes.png)' [alt-text]"
            ]
        ),
        Break(
            rule: "listing-width",
            from: "## The end\n",
            to: "```text\n\(String(repeating: "x", count: 81))\n```\n\n## The end\n",
            told: [
                "Course/01-first/lesson.md:129:81: error: a line of 81 columns; break it (80 are the most) [listing-width]"
            ]
        ),
        Break(
            rule: "sentence-length",
            from: "Done.",
            to: "Done.\nThis is one. Now " + String(repeating: "word ", count: 29) + "`and code`.",
            told: [
                "Course/01-first/lesson.md:131:1: error: a sentence of 31 words, 'Now word word word word word …'; make two of it (30 are the most) [sentence-length]"
            ]
        ),
        Break(
            rule: "terms",
            from: "A *task* is",
            to: "A *tusk* is",
            told: [
                "Course/01-first/lesson.md:4:1: error: '*tusk*' is marked as a term, and glossary.md does not explain it; add it there, or stress it with '**' [terms]"
            ]
        ),
        Break(
            rule: "hint-ladder",
            from:
                "<details><summary>Hint 1 of 2</summary>Look.</details>\n<details><summary>Hint 2 of 2</summary>It is",
            to: "<details><summary>Hint 1 of 1</summary>It is",
            told: [
                "Course/01-first/lesson.md:18:1: error: question 'first-word' has one hint; a ladder has 2 or more, each of which says more than the one before [hint-ladder]"
            ]
        ),
        Break(
            rule: "hint-ladder",
            from: "Look at B.",
            to: "Look at A.",
            told: ["Course/01-first/lesson.md:30:1: error: two hints of question 'first-2' say the same [hint-ladder]"]
        ),
        Break(
            rule: "own-feedback",
            from: "It is not.",
            to: "It is.",
            told: [
                "Course/01-first/lesson.md:41:3: error: another answer to 'first-2' is told the same; say what is wrong with this one [own-feedback]"
            ]
        ),
        Break(
            rule: "foreseen-answers",
            from: "- wrong b [next-letter]",
            to: "- wrong \"b\" | \"B.\" [next-letter]: x\n- wrong \"'b'\" [next-letter]",
            told: [
                "Course/01-first/lesson.md:27:3: error: the answer ''b'' is told something else: an item above, or the right answer's, speaks first [foreseen-answers]"
            ]
        ),
        Break(
            rule: "misconceptions",
            from: "wrong b [next-letter]",
            to: "wrong b [nxt-letter]",
            told: [
                "Course/01-first/lesson.md:26:3: error: 'nxt-letter' is not in misconceptions.md; did you mean 'next-letter'? [misconceptions]"
            ]
        ),
        Break(
            rule: "misconceptions",
            file: "misconceptions.md",
            from: "next-letter",
            to: "-",
            told: [
                "Course/misconceptions.md:1:1: error: this file is missing; it lists the misconceptions of the lessons, 1 in all [misconceptions]"
            ]
        ),
        Break(
            rule: "misconceptions",
            file: "misconceptions.md",
            from: "| It stays.",
            to: "| ",
            told: [
                "Course/misconceptions.md:5:1: error: 'next-letter' has nothing in the column 'true' [misconceptions]"
            ]
        ),
        Break(
            rule: "misconceptions",
            file: "misconceptions.md",
            from: "| [Pea 1986]",
            to: "| [Pea 1968]",
            told: [
                "Course/misconceptions.md:5:1: error: there is no entry '[Pea 1968]' below '## Sources' [misconceptions]"
            ]
        ),
        Break(
            rule: "misconceptions",
            file: "misconceptions.md",
            from: "\n\n## Sources",
            to: "\n| `next-letter` | a | b | own |\n| `unused` | a | b | own |\n\n## Sources",
            told: [
                "Course/misconceptions.md:6:1: error: 'next-letter' is listed twice; first on line 5 [misconceptions]",
                "Course/misconceptions.md:7:1: error: no lesson has an answer for 'unused' [misconceptions]",
            ]
        ),
        Break(
            rule: "demo-files",
            file: "01-first/demo.py",
            from: "print",
            to: "-",
            told: ["Course/01-first/demo.swift:1:1: error: there is no 'demo.py' beside the demo 'demo' [demo-files]"]
        ),
        Break(
            rule: "demo-files",
            file: "01-first/demo.expected",
            from: "a",
            to: "-",
            told: [
                "Course/01-first/demo.swift:1:1: error: there is no 'demo.expected' beside the demo 'demo'; `tutor lint --fix` writes it [demo-files]"
            ]
        ),
        Break(
            rule: "glossary",
            file: "glossary.md",
            from: "## Task\n\nA unit of work.\n",
            to: "## Idea\n\n## Task\n\nx\n\n## task\n\nx\n",
            told: [
                "Course/glossary.md:7:1: error: 'Idea' stands behind 'Loop'; sort them [glossary]",
                "Course/glossary.md:7:1: error: 'Idea' is not explained [glossary]",
                "Course/glossary.md:13:1: error: 'task' is explained twice [glossary]",
            ]
        ),
    ]
}
