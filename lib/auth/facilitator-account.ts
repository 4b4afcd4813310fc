/** Until there are accounts by e-mail or OIDC, an installation has one facilitator, who comes in by a printed link. */
export const FACILITATOR_EMAIL = 'begeleider@knooppunt.invalid';
export const FACILITATOR_NAME = 'Begeleider';
export const SIGN_IN_LINK_SECONDS = 15 * 60;
