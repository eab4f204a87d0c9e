/**
 * What Azure says: who is signed in, what the registry is set to, and who may do what with it. One
 * small class for each source; one that fails costs its own facts only.
 */
package io.github.acrdoctor.collect.azure;
