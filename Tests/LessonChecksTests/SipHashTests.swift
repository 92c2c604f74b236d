import Testing

@testable import LessonChecks

@Suite struct SipHashTests {
    /// The example of appendix A of the paper: key 00 … 0f, message 00 … 0e.
    @Test func itComputesTheExampleOfItsPaper() {
        var hash = SipHash(key: (0x0706_0504_0302_0100, 0x0f0e_0d0c_0b0a_0908))
        for byte in UInt8(0)...14 { hash.combine(byte) }
        #expect(hash.finalized == 0xa129_ca61_49be_45e5)
    }
}
