//! What a second implementation needs: any document printed with the names of its fields
//! ([`mod@decode`]), and the vectors of `spec/vectors` with what checks them ([`vector`]).

pub mod bench;
pub mod decode;
mod grammar;
mod item;
mod tree;
pub mod vector;

pub use tree::Tree;
