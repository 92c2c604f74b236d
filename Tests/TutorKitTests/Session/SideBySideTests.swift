import Testing

@testable import TutorKit

/// Two texts beside each other, where there is room.
@Suite struct SideBySideTests {
    private let texts = SideBySide(
        left: SideBySide.Column(title: "swift", text: "let a = 1\n\n日本\n"),
        right: SideBySide.Column(title: "python", text: "a = 1\n")
    )

    @Test func whatFitsStandsBesideEachOther() {
        #expect(
            texts.text(width: 18) == """
                swift       python
                ---------   ------
                let a = 1   a = 1

                日本

                """
        )
    }

    @Test func whatDoesNotFitStandsBelow() {
        #expect(texts.text(width: 17) == "swift\n-----\nlet a = 1\n\n日本\n\npython\n------\na = 1\n")
    }
}
