import Testing

@testable import TutorKit

@Suite struct FingerprintTests {
    private func of(_ texts: String...) -> String {
        Fingerprint { key in for text in texts { key.add(text) } }.hex
    }

    @Test func emptyIsTheOffsetBasisOfTheStandard() {
        #expect(of() == "6c62272e07bb014262b821756295c58d")
    }

    @Test func everythingCounts() {
        let prints = [of(), of(""), of("", ""), of("ab", "c"), of("a", "bc"), of("abc"), of("abd")]
        #expect(Set(prints).count == prints.count)
        #expect(prints.allSatisfy { $0.utf8.count == 32 })
        #expect(of("ab", "c") == of("ab", "c"))
    }
}
