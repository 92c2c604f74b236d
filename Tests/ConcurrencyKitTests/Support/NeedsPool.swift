import Testing

/// For tests that block a thread of Swift's pool, as each that runs a loop does, until another thread of the pool has done
/// something: a machine with two threads has none left for the second of them. So only one runs at a time.
struct NeedsPool: TestTrait, SuiteTrait, TestScoping {
    var isRecursive: Bool { true }

    func scopeProvider(for test: Test, testCase: Test.Case?) -> NeedsPool? { testCase == nil ? nil : self }

    @concurrent
    func provideScope(
        for test: Test,
        testCase: Test.Case?,
        performing function: @concurrent @Sendable () async throws -> Void
    ) async throws {
        await Gate.shared.enter()
        do { try await function() } catch {
            await Gate.shared.leave()
            throw error
        }
        await Gate.shared.leave()
    }

    private actor Gate {
        static let shared = Gate()
        private var isTaken = false
        private var waiting: [CheckedContinuation<Void, Never>] = []

        func enter() async {
            if !isTaken {
                isTaken = true
            } else {
                await withCheckedContinuation { waiting.append($0) }
            }
        }

        func leave() {
            if waiting.isEmpty { isTaken = false } else { waiting.removeFirst().resume() }
        }
    }
}

extension Trait where Self == NeedsPool {
    static var needsPool: Self { NeedsPool() }
}
