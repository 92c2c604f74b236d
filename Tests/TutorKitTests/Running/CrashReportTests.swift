import Testing

@testable import TutorKit

@Suite struct CrashReportTests {
    private let crash = """
        about to divide
        demo/demo.swift:3: Fatal error: Division by zero
        Current stack trace:
        0    libswiftCore.so                    0x00007f69c815f130 swift_reportError + 33
        12   demo                               0x00007f69c816df7b <unavailable> + 1499003
        last words

        """

    @Test func theFramesGoAndTheRestStays() {
        #expect(
            CrashReport(crash).text == """
                about to divide
                demo/demo.swift:3: Fatal error: Division by zero
                last words

                """
        )
        #expect(CrashReport(crash).fatalError == "demo/demo.swift:3: Fatal error: Division by zero")
    }

    @Test func aPlaceInsideSwiftIsNoPlaceForPeople() {
        let report = CrashReport("Swift/ContiguousArrayBuffer.swift:692: Fatal error: Index out of range\n")
        #expect(report.fatalError == "Fatal error: Index out of range")
    }

    @Test func ordinaryErrorsAreLeftAlone() {
        let text = "0 lines 0x12 are fine\nCurrent stack trace\n"
        #expect(CrashReport(text).text == text)
        #expect(CrashReport(text).fatalError == nil)
        #expect(!CrashReport(text).isOutOfMemory)
    }

    @Test func wantOfMemoryIsRecognised() {
        #expect(
            CrashReport("Fatal error: failed to allocate 50000032 bytes of memory with alignment 8\n").isOutOfMemory
        )
    }
}
