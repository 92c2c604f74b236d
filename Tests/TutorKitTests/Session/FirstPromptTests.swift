import Synchronization
import Testing

@testable import TutorKit

@Suite struct FirstPromptTests {
    @Test func workIsKeptUntilThePromptIsThereAndThenNoMore() async {
        let (done, continuation) = AsyncStream.makeStream(of: String.self)
        let shown = Mutex(false)
        let prompt = FirstPrompt()
        for name in ["a", "b"] {
            prompt.afterwards { continuation.yield(shown.withLock { $0 } ? name : "\(name) too early") }
        }
        shown.withLock { $0 = true }
        prompt.isShown()
        prompt.isShown()
        prompt.afterwards { continuation.yield("c") }
        var names: Set<String> = []
        for await name in done {
            names.insert(name)
            if names.count == 3 { break }
        }
        #expect(names == ["a", "b", "c"])
    }
}
