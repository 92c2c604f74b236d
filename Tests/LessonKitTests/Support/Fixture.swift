@testable import LessonKit

/// A small lesson that is whole, for tests to look at and to break.
enum Fixture {
    static let demo = """
        import ConcurrencyKit

        func fetch(_ name: String) -> Coroutine<String> {
            // slice: fetch
            Coroutine {
                try await sleep(for: .seconds(1))
                print(name)
            }
            // end
        }

        """

    static let lesson = #"""
        <!-- lesson minutes=15 python="asyncio.gather" needs=coroutines -->
        # Running tasks: `gather`

        Three at *once*.

        <!-- note: keep this short -->
        ## Predict

        <!-- demo file=demo.swift slice=fetch -->
        ```swift
        Coroutine {
            try await sleep(for: .seconds(1))
            print(name)
        }
        ```

        <!-- question id=gather-order kind=predict ask=lines points=2 -->
        What does the program print, line by line?

        <details><summary>Hint 1 of 2</summary>Who is made first?</details>
        <details><summary>Hint 2 of 2</summary>

        Look at `gather`.

        </details>
        <details><summary>Answer</summary>

        - right: first in, first out.
        - wrong [last-first] when=reversed: nothing turns the order round.
        - wrong [reads-as-parallel] "b / a / c" | `c / a / b`: not by chance.
        - wrong [waits-for-all]:
          it prints while it runs.

          ```answer
          done
          ```
        - wrong: run it and see.
        </details>

        ## Investigate

        <!-- question id=gather-why kind=choice -->
        The second fetch fails after 1 s. What happens to the others?

        - A. They are cancelled.
        - B. They **keep** running.

        <details><summary>Answer</summary>

        - A. wrong [group-not-gather]: that is what a task group does.
        - B. right: gather's children are not a structure.
        </details>

        <!-- question id=gather-time kind=number -->
        How long does it take?

        <details><summary>Hint 1 of 1</summary>Not the sum.</details>
        <details><summary>Answer</summary>

        - right 1s | 1.1 s tolerance=10ms: the longest.
        - wrong 3s [adds-up]: that would be one after the other.
        - wrong: look at the timeline.
        </details>

        <!-- question id=gather-word kind=text -->
        What is it called in Swift?

        <details><summary>Answer</summary>

        - right "task group" | "withTaskGroup": yes.
        - wrong "async let" [fixed-number]: that is for a fixed number.
        - wrong: it is in the section's title.
        </details>

        """#

    static func folder(_ text: String = lesson, files: [String: String] = ["demo.swift": demo]) -> LessonFolder {
        LessonFolder(
            number: 7,
            id: "gather",
            path: "07-gather",
            files: files.merging(["lesson.md": text]) { _, new in new }
        )
    }

    /// What a person is told about the lesson; "whole" if nothing is wrong.
    static func diagnostics(_ text: String, files: [String: String] = ["demo.swift": demo]) -> String {
        switch LessonParser.parse(folder(text, files: files)) {
        case .success: "whole"
        case .failure(let list): list.description
        }
    }

    /// The fixture's question with this id.
    static func question(_ id: String) throws -> Question {
        let lesson = try LessonParser.parse(folder()).get()
        guard let question = lesson.questions.first(where: { $0.id == id }) else { throw Missing(id: id) }
        return question
    }

    /// A question of its own, in a lesson that is otherwise empty.
    static func question(_ directive: String, prompt: String = "What?", answer: String) throws -> Question {
        let text = """
            <!-- lesson minutes=5 -->
            # T

            <!-- question id=q \(directive) -->
            \(prompt)

            <details><summary>Answer</summary>

            \(answer)
            </details>

            """
        let lesson = try LessonParser.parse(folder(text)).get()
        guard let question = lesson.questions.first else { throw Missing(id: "q") }
        return question
    }

    struct Missing: Error {
        let id: String
    }
}
