import Foundation
import Testing

@testable import TutorKit

@Suite struct SupervisionTests {
    private var supervision = Supervision(interruptGrace: .seconds(1))

    @Test mutating func timeUpAsksThenKills() {
        #expect(supervision.handle(.timeUp) == [.signal(SIGTERM), .askAgain(after: .milliseconds(200))])
        #expect(supervision.handle(.graceOver) == [.signal(SIGKILL)])
        #expect(supervision.reason == .timeUp)
    }

    @Test mutating func theFirstReasonStands() {
        #expect(supervision.handle(.cancelled) == [.signal(SIGINT), .askAgain(after: .seconds(1))])
        #expect(supervision.handle(.timeUp).isEmpty)
        #expect(supervision.handle(.overflowed).isEmpty)
        #expect(supervision.reason == .cancelled)
    }

    @Test mutating func aProgramThatEndsByItselfHasNoReason() {
        #expect(supervision.handle(.exited).isEmpty)
        #expect(supervision.reason == nil)
    }
}
