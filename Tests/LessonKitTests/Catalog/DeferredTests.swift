import Synchronization
import Testing

@testable import LessonKit

@Suite struct DeferredTests {
    @Test func theValueIsMadeWhenItIsFirstAskedForAndOnce() async {
        let made = Mutex(0)
        let deferred = Deferred { made.withLock { $0 += 1 } }
        #expect(made.withLock { $0 } == 0)
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<8 { group.addTask { deferred.value } }
        }
        #expect(made.withLock { $0 } == 1)
    }
}
