/// The names that journals and reports keep: `gather-order`.
enum Identifier {
    static let rule = "use lower-case letters, digits and single hyphens, such as 'gather-order'"

    static func isValid(_ text: String) -> Bool {
        text.split(separator: "-", omittingEmptySubsequences: false).allSatisfy { part in
            !part.isEmpty
                && part.unicodeScalars.allSatisfy { ("a"..."z").contains($0) || $0.isASCIIDigit }
        }
    }
}
