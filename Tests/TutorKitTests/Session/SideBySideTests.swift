import Testing

@testable import TutorKit

/// Two texts beside each other, where there is room.
@Suite struct SideBySideTests {
    private let texts = SideBySide(
        left: SideBySide.Column(title: "swift", text: "let a = 1\n\n日本\n", language: .swift),
        right: SideBySide.Column(title: "python", text: "a = 1\n", language: .python)
    )

    @Test func whatFitsStandsBesideEachOther() {
        #expect(
            StyledText(texts.lines(width: 18)).plain == """
                swift       python
                -----       ------
                let a = 1   a = 1

                日本

                """
        )
    }

    @Test func whatIsListenedToIsAnnouncedAndNothingIsDrawn() {
        #expect(
            StyledText(texts.lines(width: 80, isSpoken: true)).plain == """
                Heading: swift
                Code in Swift:
                let a = 1

                日本
                End of code.

                Heading: python
                Code in Python:
                a = 1
                End of code.

                """
        )
    }

    @Test func whatDoesNotFitStandsBelow() {
        #expect(StyledText(texts.lines(width: 17)).plain == "swift\n-----\nlet a = 1\n\n日本\n\npython\n------\na = 1\n")
    }
}
