import LessonKit

/// A lesson with the kinds of question that the other fixture has not.
enum KindsFixture {
    static let lesson = #"""
        <!-- lesson minutes=5 -->
        # Kinds

        <!-- question id=kinds-which kind=multiple points=2 -->
        Which of these wait?

        - A. `await task.value`
        - B. `createTask { }`
        - C. `await sleep(for: .seconds(1))`
        - D. `print("a")`

        <details><summary>Answer</summary>

        - A. right: It waits for the task.
        - B. wrong [creating-waits]: It only makes the task.
        - C. right: It waits for the time.
        - D. wrong [everything-waits]: It never waits.
        </details>

        <!-- question id=kinds-order kind=order points=3 -->
        Two pages at the same time. Put the lines in order.

        ```swift
        A. let news = createTask { try await fetch("news") }
        B. try run {
        C.     print(try await news.value)
        D.     let sport = createTask { try await fetch("sport") }
        E.     print(try await sport.value)
        F. let news = try await fetch("news")
        G. }
               // the end
        H. fatalError()
        ```

        <details><summary>Hint 1 of 1</summary>What is awaited must be there.</details>
        <details><summary>Answer</summary>

        - order: B, A, C, E, G
        - order: B, D, C
        - right: Both are made before either is awaited.
        - C. right: `news` has to be made before.
        - F. wrong [await-overlaps] instead=A: That waits for the page at once.
        - H. wrong [crash-is-an-end]: That ends the program.
        - wrong [one-by-one] "B, A, C, D, E, G": That is one after the other.
        - wrong: Begin with `run`.
        </details>

        <!-- question id=kinds-why kind=explain points=4 -->
        Why does nothing else run meanwhile?

        <details><summary>Answer</summary>

        Because *nobody* gives up the turn:

        - no await, no turn.
        </details>

        """#

    static func question(_ id: String) throws -> Question {
        let lesson = try LessonParser.parse(Fixture.folder(lesson, files: [:])).get()
        guard let question = lesson.questions.first(where: { $0.id == id }) else { throw Fixture.Missing(id: id) }
        return question
    }
}
