import ConcurrencyKit

struct Home: Equatable {
    var profile: String
    var photo: String
    var comments: String
}

/// All that the home page of a user shows.
///
/// - Parameter fetch: fetches one thing from the server; it takes a while, and it may throw.
func loadHome(
    of user: String,
    with fetch: @escaping (String) async throws -> String
) async throws -> Home {
    // Only the comments need the answer of another fetch.
    Home(profile: "", photo: "", comments: "")
}
