import ConcurrencyKit

/// One run of a check: what its closure is given to say what it expects.
///
/// An expectation that does not hold is noted, and the closure goes on.
public final class CheckRun {
    /// True while the code under check is cancelled somewhere in this run.
    public let isCancelling: Bool
    private let facts: SourceFacts?
    private let loop: EventLoop
    private let start: Duration
    private(set) var failures: [CheckFailure] = []
    private(set) var resources: [Resource] = []
    /// Set while ``attempt(_:)`` runs.
    var subject: LoopTask<Any>?
    var hasAttempted = false

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
            guard let facts else { throw CouldNotTell("the structure of the source could not be read") }
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
        failures.append(
            CheckFailure(kind: kind, message: message, misconception: misconception, location: location)
        )
    }
}
