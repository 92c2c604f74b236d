import ConcurrencyKit
import Testing

/// Every form of gather that a program would write compiles without an annotation, and gives the type that one expects: an array of
/// results of one type, a tuple of results of different types. The types on the left are the test.
@Suite struct GatherFormsTests {
    private struct Own: Awaitable {
        var value: String {
            get async throws { try await sleep(for: .zero, returning: "own") }
        }
    }

    private static func one() async -> Int { 1 }
    private static func two() async throws -> Int { 2 }
    private static func word() async -> String { "word" }
    private static func nothing() async {}

    private static func set(_ value: Int) throws -> Future<Int> {
        let future = Future<Int>()
        try future.setResult(value)
        return future
    }

    @Test(.promise(142)) func functionsOfOneType() throws {
        try run(clock: .virtual) {
            let one: [Int] = try await gather(Self.one)
            let three = try await gather(Self.one, Self.two, Self.one)
            let typed: [Int] = three
            #expect(one + typed == [1, 1, 2, 1])
        }
    }

    @Test(.promise(142)) func functionsOfDifferentTypes() throws {
        try run(clock: .virtual) {
            let two = try await gather(Self.one, Self.word)
            let typed: (Int, String) = two
            #expect(typed == (1, "word"))
        }
    }

    @Test(.promise(142)) func closuresOfOneType() throws {
        try run(clock: .virtual) {
            let one = try await gather({ await Self.word() })
            let three = try await gather({ 1 }, { await Self.one() }, { try await Self.two() })
            let typed: ([String], [Int]) = (one, three)
            #expect(typed.0 == ["word"] && typed.1 == [1, 1, 2])
            for number in try await gather({ 1 }, { 2 }) { #expect(number < 3) }
        }
    }

    @Test(.promise(142)) func closuresOfDifferentTypes() throws {
        try run(clock: .virtual) {
            let two = try await gather({ await Self.one() }, { await Self.word() })
            let typedTwo: (Int, String) = two
            #expect(typedTwo == (1, "word"))
            let (number, text, truth) = try await gather({ 1 }, { "x" }, { true })
            #expect((number, text, truth) == (1, "x", true))
            let four = try await gather({ 1 }, { "x" }, { 2.5 }, { true })
            let typedFour: (Int, String, Double, Bool) = four
            #expect(typedFour == (1, "x", 2.5, true))
            let five = try await gather({ 1 }, { "x" }, { 2.5 }, { true }, { [1] })
            let typedFive: (Int, String, Double, Bool, [Int]) = five
            #expect(typedFive == (1, "x", 2.5, true, [1]))
            let six = try await gather({ 1 }, Self.word, { 2.5 }, { true }, { [1] }, { 1 as Int? })
            let typedSix: (Int, String, Double, Bool, [Int], Int?) = six
            #expect(typedSix == (1, "word", 2.5, true, [1], 1))
        }
    }

    @Test(.promise(142)) func closuresThatReturnNothing() throws {
        try run(clock: .virtual) {
            var seen = ""
            try await gather({ seen += "a" }, { seen += "b" })
            try await gather(Self.nothing, Self.nothing)
            let mixed = try await gather({ await Self.nothing() }, { await Self.one() })
            let typed: (Void, Int) = mixed
            #expect(typed.1 == 1 && seen == "ab")
        }
    }

    @Test(.promise(38, 142)) func awaitablesOfOneType() throws {
        try run(clock: .virtual) {
            let task = createTask(Self.one)
            let future = try Self.set(2)
            let all = try await gather(task, future, Coroutine { 3 }, Coroutine(Self.one))
            let typed: [Int] = all
            #expect(typed == [1, 2, 3, 1])
            let single: [Int] = try await gather(task)
            let own: [String] = try await gather(Own(), Coroutine { "x" })
            #expect(single == [1] && own == ["own", "x"])
        }
    }

    @Test(.promise(38, 142)) func awaitablesOfDifferentTypes() throws {
        try run(clock: .virtual) {
            let coroutines = try await gather(Coroutine { 1 }, Coroutine { "x" })
            let typedCoroutines: (Int, String) = coroutines
            #expect(typedCoroutines == (1, "x"))
            let mixed = try await gather(
                createTask(Self.one),
                try Self.set(2),
                Coroutine(Self.word),
                Own(),
                Coroutine { true },
                Own()
            )
            let typedMixed: (Int, Int, String, String, Bool, String) = mixed
            #expect(typedMixed == (1, 2, "word", "own", true, "own"))
        }
    }

    @Test(.promise(142)) func arrays() throws {
        try run(clock: .virtual) {
            let tasks = try await gather((1...3).map { number in createTask { number } })
            let futures = try await gather([Self.set(1), Self.set(2)])
            let coroutines = try await gather([Coroutine { 1 }, Coroutine(Self.two)])
            let own = try await gather([Own()])
            let some: [any Awaitable<Int>] = [createTask(Self.one), Coroutine(Self.two)]
            let kinds = try await gather(some)
            let typed: ([Int], [Int], [Int], [String], [Int]) = (tasks, futures, coroutines, own, kinds)
            #expect(typed == ([1, 2, 3], [1, 2], [1, 2], ["own"], [1, 2]))
        }
    }

    @Test(.promise(144)) func nothing() throws {
        try run(clock: .virtual) {
            let (first, second): ([Never], [Result<Never, any Error>]) = (try await gather(), try await gatherResults())
            let futures = (gatherFuture(), gatherResultsFuture())
            #expect(futures.0.done && futures.1.done)
            #expect(first.isEmpty && second.isEmpty)
        }
    }

    @Test(.promise(148)) func results() throws {
        try run(clock: .virtual) {
            let same = try await gatherResults({ 1 }, { try await Self.two() })
            let typedSame: [Result<Int, any Error>] = same
            #expect(try typedSame.map { try $0.get() } == [1, 2])
            let different = try await gatherResults({ 1 }, { () async throws -> String in throw Failure("no word") })
            let typed: (Result<Int, any Error>, Result<String, any Error>) = different
            #expect(try typed.0.get() == 1)
            #expect(throws: Failure("no word")) { try typed.1.get() }
            let awaitables = try await gatherResults(createTask(Self.one), Coroutine { "x" })
            let typedAwaitables: (Result<Int, any Error>, Result<String, any Error>) = awaitables
            #expect(try (typedAwaitables.0.get(), typedAwaitables.1.get()) == (1, "x"))
            let array = try await gatherResults([createTask(Self.one)])
            let typedArray: [Result<Int, any Error>] = array
            #expect(try typedArray[0].get() == 1)
        }
    }

    @Test(.promise(144)) func futures() throws {
        try run(clock: .virtual) {
            let same = gatherFuture({ 1 }, { try await Self.two() })
            let typedSame: Future<[Int]> = same
            #expect(try await typedSame.value == [1, 2])
            let different = gatherFuture({ 1 }, { "x" })
            let typed: Future<(Int, String)> = different
            #expect(try await typed.value == (1, "x"))
            let awaitables = gatherFuture(createTask(Self.one), Coroutine { "x" }, try Self.set(2))
            let typedAwaitables: Future<(Int, String, Int)> = awaitables
            #expect(try await typedAwaitables.value == (1, "x", 2))
            let results = gatherResultsFuture({ 1 }, { "x" })
            let (number, text): (Result<Int, any Error>, Result<String, any Error>) = try await results.value
            #expect(try (number.get(), text.get()) == (1, "x"))
            let more = gatherResultsFuture(Coroutine { 1 }, createTask(Self.word))
            let typedMore: Future<(Result<Int, any Error>, Result<String, any Error>)> = more
            #expect(try await typedMore.value.1.get() == "word")
            // A gather is a future like others.
            let nested = try await gather(gatherFuture({ 1 }, { "x" }), Coroutine { true })
            let typedNested: ((Int, String), Bool) = nested
            #expect(typedNested.0 == (1, "x") && typedNested.1)
        }
    }

    @Test func nilIsAnError() throws {
        try run(clock: .virtual) {
            let task: LoopTask<Int>? = nil
            await #expect(throws: InvalidArgumentError.self) { try await gather(task, Coroutine { "x" }) }
        }
    }
}
