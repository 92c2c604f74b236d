import Foundation
import Testing
import TutorKit

/// Timelines at the prompt.
@Suite struct TimelineSessionTests {
    private static let typed = [
        "timeline", "open task-groups", "compare", "tree", "run failure", "timeline", "timeline --steps",
        "timeline --text",
        "tree", "tree --at 2s", "tree --step 2", "timeline --stpes", "tree --at soon", "timeline --svg /nowhere/x.svg",
        "compare demo failure", "compare demo nosuch", "compare demo --seed 1 --seed 2", "help timeline", "help tree",
        "help compare",
    ]

    @Test func aRunIsSeenFromEverySide() async throws {
        try await SessionTranscript("timelines").check(typing: Self.typed)
    }

    @Test func itCanBeListenedTo() async throws {
        var transcript = SessionTranscript("timelines-accessible")
        transcript.style = TerminalStyle(isAccessible: true)
        try await transcript.check(
            typing: [
                "open task-groups", "run failure", "timeline", "timeline --steps", "tree --at 2s",
                "compare demo failure",
            ]
        )
    }
}
