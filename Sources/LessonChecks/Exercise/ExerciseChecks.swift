/// The checks of an exercise: what `checks.swift` declares.
///
///     import ConcurrencyKit
///     import LessonChecks
///
///     @main struct Checks: ExerciseChecks {
///         static let checks = [
///             Check("in-order", "The texts come in the order of the pages.") { check in
///                 let server = FakeServer(delay: .seconds(1))
///                 let texts = try await fetchAll(["a", "b"], with: server.fetch)
///                 check.expect(texts, equals: ["A", "B"], "The texts are not in the order of the pages.")
///             },
///             Check("together", "All pages are fetched at the same time.", after: ["in-order"]) { check in
///                 let server = FakeServer(delay: .seconds(1))
///                 _ = try await fetchAll(["a", "b"], with: server.fetch)
///                 check.expectElapsed(.seconds(1), "Each fetch waits for the one before.", misconception: "await-in-loop")
///             },
///         ]
///     }
///
/// Every check is run first in first out, then under many other legal orders. Make all objects that it needs inside of it:
/// a run must not see what another has left.
public protocol ExerciseChecks {
    /// In the order in which they run.
    static var checks: [Check] { get }
}
