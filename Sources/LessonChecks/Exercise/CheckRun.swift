import ConcurrencyKit

/// One run of a check: what its closure is given to say what it expects.
///
/// An expectation that does not hold is noted, and the closure goes on.
public final class CheckRun {
    /// True while the code under check is to be cancelled somewhere in this run.
    public let isCancelling: Bool
    let loop: EventLoop
    private let facts: SourceFacts?
    private let start: Duration
    private(set) var failures: [CheckFailure] = []
    private(set) var resources: [Resource] = []
    /// The task that a cancellation goes to: the check's own, unless ``attempt(_:)`` runs one.
    var subject: LoopTask<Any>?
    /// How many calls of ``attempt(_:)`` are under way.
    var attempts = 0
    private(set) var hasAttempted = false
    /// What fails from now on is not noted.
    var hasFailedOften: Bool { failures.count >= 10 }

    init(loop: EventLoop, isCancelling: Bool, facts: SourceFacts?) {
        self.loop = loop
        self.isCancelling = isCancelling
        self.facts = facts
        start = loop.time
    }

    /// Virtual time since the check began.
    public var elapsed: Duration { loop.time - start }

    /// What the text of the learner's file says. Where that is not known, the check ends here as "could not tell".
    public var source: SourceFacts {
        get throws {
            guard let facts else { throw CouldNotTell("the structure of your file could not be read on this machine") }
            return facts
        }
    }

    /// A resource that must be closed before the check ends, also when the code under check fails or is cancelled.
    ///
    /// - Parameter name: what the learner reads: "the connection to a".
    public func resource(_ name: String) -> Resource {
        let resource = Resource(name, on: loop)
        resources.append(resource)
        return resource
    }

    /// Runs the code under check in a task of its own and waits for it: the task that a check with
    /// `cancelling: .everySuspensionPoint` cancels.
    ///
    ///     let outcome = await check.attempt { try await fetchAll(["a", "b"], with: server.fetch) }
    ///     check.expect(server.running == 0, "A fetch still runs after fetchAll has ended.")
    ///
    /// It returns when the code has ended and nothing more can happen in that moment of virtual time: tasks that were cancelled, but
    /// have not had their turn yet, have ended by then, too.
    ///
    /// - Returns: its value, or its error: `CancelledError` if it ended cancelled.
    public func attempt<Output>(
        file: String = #fileID,
        line: Int = #line,
        _ body: @escaping () async throws -> Output
    ) async -> Result<Output, any Error> {
        let task = createTask(name: "your code", file: file, line: line, body)
        let outer = subject
        subject = LoopTask(task)
        hasAttempted = true
        attempts += 1
        let outcome: Result<Output, any Error>
        do { outcome = .success(try await task.value) } catch { outcome = .failure(error) }
        subject = outer
        attempts -= 1
        await settle()
        return outcome
    }

    /// A gather that is cancelled ends with its first child, a turn or two before the others: which of them is not the learner's
    /// doing.
    private func settle() async {
        guard !loop.isQuiet else { return }
        let quiet = Future<Void>()
        loop.whenQuiet.append { try? quiet.setResult() }
        try? await quiet.value
    }

    /// Notes a failure.
    ///
    /// - Parameters:
    ///   - message: a sentence for the learner.
    ///   - misconception: the section of `feedback.md` that explains it.
    public func fail(
        _ message: String,
        misconception: String? = nil,
        file: String = #fileID,
        line: Int = #line
    ) {
        note(.expectation, message, misconception, SourceLocation(file: file, line: line))
    }

    func note(
        _ kind: CheckFailure.Kind,
        _ message: String,
        _ misconception: String?,
        _ location: SourceLocation?
    ) {
        // One in a loop that fails fails a thousand times.
        guard !hasFailedOften else { return }
        failures.append(
            CheckFailure(kind: kind, message: message, misconception: misconception, location: location)
        )
    }
}
