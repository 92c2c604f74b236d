@testable import LessonKit

/// A lesson with one exercise, for tests to look at and to break.
enum ExerciseFixture {
    static let lesson = """
        <!-- lesson minutes=15 -->
        # Gather

        <!-- question id=fetch-all kind=code points=5 -->
        Write `fetchAll`.

        - It takes addresses.

        <details><summary>Hint 1 of 2</summary>Gather.</details>
        <details><summary>Hint 2 of 2</summary>

        See `gather(coroutines)`.

        </details>

        Well done: this text is below the question.

        ## Next

        Text.

        """

    static let feedback = """
        # Fetching all

        ## in-a-loop
        <!-- on check=together -->
        <!-- on diagnostic=cannot_find_in_scope end=timeout -->

        One after *another*.

        ### Why

        A loop waits.

        ## as-they-end
        Another order.

        ## otherwise
        Look again.

        """

    static let files = [
        "exercises/fetch-all/starter.swift": "func fetchAll() {}\n",
        "exercises/fetch-all/solution.swift": "func fetchAll() { }\n",
        "exercises/fetch-all/checks.swift": "import LessonChecks\n",
        "exercises/fetch-all/feedback.md": feedback,
        "exercises/fetch-all/wrong/in-a-loop.swift": "for\n",
        "exercises/fetch-all/wrong/as-they-end.swift": "as\n",
    ]

    /// - Parameter changes: by path; nil takes a file away.
    static func folder(_ text: String = lesson, changes: [String: String?] = [:]) -> LessonFolder {
        var files = files
        for (name, text) in changes {
            let path = name.hasPrefix("exercises/") ? name : "exercises/fetch-all/\(name)"
            files[path] = text
        }
        return Fixture.folder(text, files: files)
    }

    static func diagnostics(_ text: String = lesson, changes: [String: String?] = [:]) -> String {
        switch LessonParser.parse(folder(text, changes: changes)) {
        case .success: "whole"
        case .failure(let list): list.description
        }
    }

    static func hash(_ text: String = lesson, changes: [String: String?] = [:]) throws -> String {
        try LessonParser.parse(folder(text, changes: changes)).get().questions[0].contentHash
    }
}
