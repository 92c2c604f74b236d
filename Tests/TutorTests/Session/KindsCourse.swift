/// A course with one lesson that asks a question of each kind that is answered with letters or in one's own words.
struct KindsCourse {
    let home: TemporaryHome

    init() throws {
        home = try TemporaryHome()
        try home.write(
            #"""
            <!-- lesson minutes=5 -->
            # Letters and words

            Three questions.

            <!-- question id=kinds-which kind=multiple points=2 -->
            Which of these wait?

            - A. `await task.value`
            - B. `createTask { }`
            - C. `await sleep(for: .seconds(1))`
            - D. `print("a")`

            <details><summary>Hint 1 of 1</summary>Look for a word that begins with a.</details>
            <details><summary>Answer</summary>

            - A. right: It waits for the task.
            - B. wrong [creating-waits]: It only makes the task.
            - C. right: It waits for the time.
            - D. wrong [everything-waits]: It never waits.
            </details>

            <!-- question id=kinds-order kind=order points=3 -->
            Two pages at the same time. Put the lines in order.

            ```swift
            A.     let news = createTask { try await fetch("news") }
            B. try run {
            C.     print(try await news.value)
            D.     let sport = createTask { try await fetch("sport") }
            E.     print(try await sport.value)
            F.     let news = try await fetch("news")
            G. }
            H. fatalError()
            ```

            <details><summary>Answer</summary>

            - order: B, A, C, E, G
            - order: B, D, C
            - right: Both are made before either is awaited.
            - C. right: `news` has to be made before it is awaited.
            - F. wrong [await-overlaps] instead=A: That waits for the page at once.
            - H. wrong [crash-is-an-end]: That ends the program, but not well.
            - wrong [one-by-one] "B, A, C, D, E, G": That is one after the other.
            - wrong: Begin with `run`.
            </details>

            <!-- question id=kinds-why kind=explain points=4 -->
            While a task blocks, why does nothing else run?

            <details><summary>Hint 1 of 1</summary>Who gives up the turn?</details>
            <details><summary>Answer</summary>

            All tasks share one thread. A task that *blocks* does not give up its turn, so no other can have one.
            </details>
            """#,
            to: "01-kinds/lesson.md"
        )
    }
}
