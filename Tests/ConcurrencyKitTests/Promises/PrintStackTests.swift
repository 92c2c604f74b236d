import ConcurrencyKit
import Testing

/// Topic 15 of behaviours.md: `printStack`.
@Suite struct PrintStackTests {
    private struct Broken: Error {}

    private static func load(fails: Bool) -> Coroutine<Void> {
        Coroutine(file: "demo.swift", line: 2, function: "load()") {
            try await sleep(for: .seconds(1), file: "demo.swift", line: 3, function: "load()")
            if fails { throw Broken() }
        }
    }

    /// A task that waits, one that has failed, and one that has returned.
    @Loop private static func tasks() async throws -> [LoopTask<Void>] {
        let over = [createTask(name: "fails", load(fails: true)), createTask(name: "returns", load(fails: false))]
        _ = try await wait(for: over)
        let waits = createTask(name: "waits", load(fails: false))
        try await sleep(for: .zero)
        return [waits] + over
    }

    private static let expected = """
        Stack for <LoopTask pending name='waits' wait_for=<sleep>> (most recent call last):
          File "demo.swift", line 3, in load()
        Traceback for <LoopTask finished name='fails' exception=Broken()> (most recent call last):
          File "demo.swift", line 3, in load()
        Broken: Broken()
        No stack for <LoopTask finished name='returns' result=()>

        """

    @Test(.promise(329)) func stackIsPrintedToWhatIsGiven() throws {
        try run(clock: .virtual) {
            var output = ""
            let tasks = try await Self.tasks()
            for task in tasks { task.printStack(to: &output) }
            #expect(output == Self.expected)
            output = ""
            for task in tasks { task.printStack(limit: 0, to: &output) }
            // As CPython has it: no frames, but the error.
            #expect(
                output == """
                    No stack for <LoopTask pending name='waits' wait_for=<sleep>>
                    No stack for <LoopTask finished name='fails' exception=Broken()>
                    Broken: Broken()
                    No stack for <LoopTask finished name='returns' result=()>

                    """
            )
        }
    }

    @Test(.promise(329)) func stackIsPrintedToStandardErrorByDefault() async {
        let result = await #expect(processExitsWith: .success, observing: [\.standardErrorContent]) {
            try run(clock: .virtual) {
                for task in try await Self.tasks() { task.printStack() }
            }
        }
        let printed = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
        #expect(printed.contains(Self.expected))
    }
}
