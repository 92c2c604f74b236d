@testable import LessonKit

/// A small course in which no rule finds anything, for tests to break in one place.
struct SoundCourse {
    /// By their paths below the course's folder.
    var files = Self.files

    static let demo = """
        import ConcurrencyKit

        // slice: main
        try run {
            print("a")
        }
        // end

        """

    static let lesson =
        """
        <!-- lesson minutes=5 python="asyncio.run" -->
        # First

        A *task* is a unit of work. See the [glossary](../glossary.md#task), the [end](#the-end), and
        [Python](https://docs.python.org/3/).

        ## Look

        ![two lanes](lanes.png)

        <!-- demo file=demo.swift slice=main -->
        ```swift
        try run {
            print("a")
        }
        ```

        <!-- question id=first-word kind=text -->
        What does it print?

        <details><summary>Hint 1 of 2</summary>Look.</details>
        <details><summary>Hint 2 of 2</summary>It is one letter.</details>
        <details><summary>Answer</summary>

        - right a: Yes.
        - wrong b [next-letter]: That is the next one.
        - wrong: Look again.
        </details>


        """ + (2...8).map(question).joined() + "## The end\n\nDone.\n"

    private static func question(_ number: Int) -> String {
        """
        <!-- question id=first-\(number) kind=choice -->
        What is number \(number)?

        - A. This.
        - B. That.

        <details><summary>Hint 1 of 2</summary>Look at A.</details>
        <details><summary>Hint 2 of 2</summary>Look at B.</details>
        <details><summary>Answer</summary>

        - A. right: It is.
        - B. wrong [next-letter]: It is not.
        </details>


        """
    }

    static let files = [
        "01-first/lesson.md": lesson,
        "01-first/demo.swift": demo,
        "01-first/demo.py": "print('a')\n",
        "01-first/demo.expected": "a\n",
        "01-first/lanes.png": "",
        "glossary.md": "# Glossary\n\n## Loop\n\nWhat runs tasks.\n\n## Task\n\nA unit of work.\n",
        "misconceptions.md": """
        # Misconceptions

        | id | believed | true | source |
        |---|---|---|---|
        | `next-letter` | It goes on. | It stays. | [Pea 1986] |

        ## Sources

        - [Pea 1986] A paper.

        """,
    ]

    /// What the rules say of the course, its texts alone.
    func findings(_ rules: Set<String> = Set(LintRule.texts.map(\.id)), only selection: Set<String>? = nil) -> String {
        course(only: selection).findings(rules).map(\.description).joined(separator: "\n")
    }

    func course(only selection: Set<String>? = nil) -> LintCourse {
        let folders = Set(files.keys.compactMap { $0.contains("/") ? String($0.prefix { $0 != "/" }) : nil }).sorted()
        let entries = folders.map { name in
            let parts = name.split(separator: "-", maxSplits: 1)
            let inFolder = files.filter { $0.key.hasPrefix("\(name)/") && !$0.key.hasSuffix(".png") }
            let folder = LessonFolder(
                number: Int(parts[0]) ?? 0,
                id: String(parts[1]),
                path: "Course/\(name)",
                files: Dictionary(
                    uniqueKeysWithValues: inFolder.map { (String($0.key.dropFirst(name.count + 1)), $0.value) }
                )
            )
            return Catalog.Entry(
                number: folder.number,
                id: folder.id,
                folder: folder.path,
                lesson: LessonParser.parse(folder)
            )
        }
        return LintCourse(
            folder: "Course",
            entries: CourseRules.applied(to: entries),
            texts: files.filter { !$0.key.hasSuffix(".png") },
            paths: Set(files.keys).union(folders),
            selection: selection
        )
    }
}
