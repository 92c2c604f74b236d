import Synchronization
import Testing

@testable import TutorKit

/// What is said of a wait.
@Suite struct WaitingTests {
    private final class Screen: Sendable {
        let shown = Mutex<[String?]>([])
    }

    @Test func aLongWaitIsNamedAndTheNameIsTakenAwayOnce() async {
        let screen = Screen()
        let (shown, isShown) = AsyncStream<Void>.makeStream()
        let show: @Sendable (String?) -> Void = { words in
            screen.shown.withLock { $0.append(words) }
            isShown.yield()
        }
        let waiting = Waiting("compiling", delay: {}, show: show)
        for await _ in shown { break }
        waiting.end()
        waiting.end()
        #expect(screen.shown.withLock { $0 } == ["compiling ...", nil])
    }

    @Test func aWaitThatIsOverInTimeIsNotSpokenOf() async {
        let screen = Screen()
        let (gate, open) = AsyncStream<Void>.makeStream()
        let (passed, pass) = AsyncStream<Void>.makeStream()
        let waiting = Waiting(
            "compiling",
            delay: {
                for await _ in gate { break }
                pass.yield()
            },
            show: { words in screen.shown.withLock { $0.append(words) } }
        )
        waiting.end()
        open.yield()
        for await _ in passed { break }
        #expect(screen.shown.withLock { $0 }.isEmpty)
    }
}
