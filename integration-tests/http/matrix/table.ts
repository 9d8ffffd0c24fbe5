/**
 * What everybody is answered, one line a route. A route of the server that has no line fails the spec, and so does a line without a route.
 *
 * Each actor asks about the things of somebody else: `child` about those of the head's person, all others about those of a person of the
 * child company, who is the `owner`. `:params` are filled by the second column. Whoever is answered 200 sees nothing of what he may not
 * know; that is checked on the body of every answer.
 *
 * `acting` is the child's manager, signed in as the owner; `acting_head` is a manager of the head alone, signed in as the head's person:
 * of the holding he sees his own client and no more.
 */
export const STORE_TABLE = `
  route                                                  | names               | other | sibling | child | head                   | deputy                  | colleague         | rightless         | lone | expired                | acting                  | acting_head             | owner
  POST   /store/carts                                    | -                   | 200   | 200     | 200   | 200                    | 200                     | 200               | 403 right_missing | 200  | 400                    | 200                     | 200                     | 200
  GET    /store/carts/:id                                | cart                | 404   | 404     | 404   | 200                    | 200                     | 404               | 403 right_missing | 404  | 404                    | 200                     | 404                     | 200
  POST   /store/carts/:id                                | cart                | 404   | 404     | 404   | 200                    | 200                     | 404               | 403 right_missing | 404  | 404                    | 200                     | 404                     | 200
  POST   /store/carts/:id/complete                       | cart                | 404   | 404     | 404   | 400 order_refused      | 400 order_refused       | 404               | 403 right_missing | 404  | 404                    | 400 order_refused       | 404                     | 400 order_refused
  POST   /store/carts/:id/contract                       | cart                | 404   | 404     | 404   | 200                    | 200                     | 404               | 403 right_missing | 404  | 404                    | 200                     | 404                     | 200
  POST   /store/carts/:id/line-items                     | cart                | 404   | 404     | 404   | 200                    | 200                     | 404               | 403 right_missing | 404  | 404                    | 200                     | 404                     | 200
  DELETE /store/carts/:id/line-items/:line_id            | cart line           | 404   | 404     | 404   | 200                    | 200                     | 404               | 403 right_missing | 404  | 404                    | 200                     | 404                     | 200
  POST   /store/carts/:id/line-items/:line_id            | cart line           | 404   | 404     | 404   | 200                    | 200                     | 404               | 403 right_missing | 404  | 404                    | 200                     | 404                     | 200
  POST   /store/carts/:id/lines                          | cart                | 404   | 404     | 404   | 200                    | 200                     | 404               | 403 right_missing | 404  | 404                    | 200                     | 404                     | 200
  POST   /store/carts/:id/order-form                     | cart                | 404   | 404     | 404   | 400 order_file_missing | 400 order_file_missing  | 404               | 403 right_missing | 404  | 404                    | 400 order_file_missing  | 404                     | 400 order_file_missing
  DELETE /store/carts/:id/promotions                     | cart                | 404   | 404     | 404   | 200                    | 200                     | 404               | 403 right_missing | 404  | 404                    | 200                     | 404                     | 200
  POST   /store/carts/:id/promotions                     | cart                | 404   | 404     | 404   | 400                    | 400                     | 404               | 403 right_missing | 404  | 404                    | 400                     | 404                     | 400
  GET    /store/carts/:id/refine                         | cart                | 404   | 404     | 404   | 200                    | 200                     | 404               | 403 right_missing | 404  | 404                    | 200                     | 404                     | 200
  POST   /store/carts/:id/refine                         | cart                | 404   | 404     | 404   | 200                    | 200                     | 404               | 403 right_missing | 404  | 404                    | 200                     | 404                     | 200
  POST   /store/carts/:id/shipping-methods               | cart                | 404   | 404     | 404   | 400                    | 400                     | 404               | 403 right_missing | 404  | 404                    | 400                     | 404                     | 400
  POST   /store/carts/:id/taxes                          | cart                | 404   | 404     | 404   | 400                    | 400                     | 404               | 403 right_missing | 404  | 404                    | 400                     | 404                     | 400
  GET    /store/customers/me                             | -                   | 200   | 200     | 200   | 200                    | 200                     | 200               | 200               | 200  | 200                    | 200                     | 200                     | 200
  POST   /store/customers/me                             | -                   | 200   | 200     | 200   | 200                    | 200                     | 200               | 200               | 200  | 200                    | 403 refused_when_acting | 403 refused_when_acting | 200
  GET    /store/customers/me/addresses                   | -                   | 200   | 200     | 200   | 200                    | 200                     | 200               | 200               | 200  | 200                    | 200                     | 200                     | 200
  POST   /store/customers/me/addresses                   | -                   | 200   | 200     | 200   | 200                    | 200                     | 200               | 200               | 200  | 200                    | 403 refused_when_acting | 403 refused_when_acting | 200
  DELETE /store/customers/me/addresses/:address_id       | address             | 404   | 404     | 404   | 404                    | 404                     | 404               | 404               | 404  | 404                    | 403 refused_when_acting | 403 refused_when_acting | 200
  GET    /store/customers/me/addresses/:address_id       | address             | 404   | 404     | 404   | 404                    | 404                     | 404               | 404               | 404  | 404                    | 200                     | 404                     | 200
  POST   /store/customers/me/addresses/:address_id       | address             | 404   | 404     | 404   | 404                    | 404                     | 404               | 404               | 404  | 404                    | 403 refused_when_acting | 403 refused_when_acting | 200
  GET    /store/catalog                                  | -                   | 200   | 200     | 200   | 200                    | 200                     | 200               | 200               | 200  | 400 no_usable_contract | 200                     | 200                     | 200
  GET    /store/catalog/facets                           | -                   | 200   | 200     | 200   | 200                    | 200                     | 200               | 200               | 200  | 400 no_usable_contract | 200                     | 200                     | 200
  GET    /store/catalog/suggestions                      | -                   | 200   | 200     | 200   | 200                    | 200                     | 200               | 200               | 200  | 400 no_usable_contract | 200                     | 200                     | 200
  GET    /store/catalog/:variant_id                      | variant             | 200   | 200     | 200   | 200                    | 200                     | 200               | 200               | 200  | 400 no_usable_contract | 200                     | 200                     | 200
  GET    /store/catalog/categories                       | -                   | 200   | 200     | 200   | 200                    | 200                     | 200               | 200               | 200  | 400 no_usable_contract | 200                     | 200                     | 200
  GET    /store/catalog/:variant_id/reviews              | variant             | 200   | 200     | 200   | 200                    | 200                     | 200               | 200               | 200  | 400 no_usable_contract | 200                     | 200                     | 200
  POST   /store/catalog/:variant_id/reviews              | variant             | 200   | 200     | 200   | 200                    | 200                     | 200               | 200               | 200  | 400 no_usable_contract | 403 refused_when_acting | 403 refused_when_acting | 200
  GET    /store/product-documents/:id/file               | nowhere             | 404   | 404     | 404   | 404                    | 404                     | 404               | 404               | 404  | 400 no_usable_contract | 404                     | 404                     | 404
  GET    /store/company/review-signature                 | -                   | 200   | 200     | 200   | 200                    | 200                     | 200               | 200               | 200  | 400 no_usable_contract | 200                     | 200                     | 200
  POST   /store/company/review-signature                 | -                   | 200   | 200     | 200   | 200                    | 403 right_missing       | 403 right_missing | 403 right_missing | 200  | 400 no_usable_contract | 403 refused_when_acting | 403 refused_when_acting | 200
  GET    /store/prices/explain                           | -                   | 200   | 200     | 200   | 200                    | 200                     | 200               | 200               | 200  | 400 no_usable_contract | 200                     | 200                     | 200
  GET    /store/part-numbers                             | -                   | 200   | 200     | 200   | 200                    | 200                     | 200               | 200               | 200  | 400 no_usable_contract | 200                     | 200                     | 200
  GET    /store/favourites                               | -                   | 200   | 200     | 200   | 200                    | 200                     | 200               | 200               | 200  | 400 no_usable_contract | 200                     | 200                     | 200
  POST   /store/favourites                               | -                   | 200   | 200     | 200   | 200                    | 200                     | 200               | 200               | 200  | 400 no_usable_contract | 200                     | 200                     | 200
  GET    /store/favourites/variants                      | -                   | 200   | 200     | 200   | 200                    | 200                     | 200               | 200               | 200  | 400 no_usable_contract | 200                     | 200                     | 200
  GET    /store/purchases                               | -                   | 200   | 200     | 200   | 200                    | 200                     | 200               | 403 right_missing | 200  | 400 no_usable_contract | 200                     | 200                     | 200
  GET    /store/purchases/gaps                          | -                   | 200   | 200     | 200   | 200                    | 200                     | 200               | 403 right_missing | 200  | 400 no_usable_contract | 200                     | 200                     | 200
  GET    /store/purchases/gaps/file                     | -                   | 200   | 200     | 200   | 200                    | 200                     | 200               | 403 right_missing | 200  | 400 no_usable_contract | 200                     | 200                     | 200
  GET    /store/notices                                 | -                   | 200   | 200     | 200   | 200                    | 200                     | 200               | 200               | 200  | 400 no_usable_contract | 200                     | 200                     | 200
  POST   /store/notices                                 | -                   | 200   | 200     | 200   | 200                    | 200                     | 200               | 200               | 200  | 400 no_usable_contract | 200                     | 200                     | 200
  DELETE /store/notices/:id                             | nowhere             | 404   | 404     | 404   | 404                    | 404                     | 404               | 404               | 404  | 404 | 404                     | 404                     | 404
  POST   /store/part-numbers                             | -                   | 200   | 200     | 200   | 200                    | 200                     | 200               | 403 right_missing | 200  | 400 no_usable_contract | 200                     | 200                     | 200
  GET    /store/supplies/arrivals                        | -                   | 200   | 200     | 200   | 200                    | 200                     | 200               | 200               | 200  | 400 no_usable_contract | 200                     | 200                     | 200
  GET    /store/supplies/arrivals/file                   | -                   | 200   | 200     | 200   | 200                    | 200                     | 200               | 200               | 200  | 400 no_usable_contract | 200                     | 200                     | 200
  GET    /store/trading-hours                            | -                   | 200   | 200     | 200   | 200                    | 200                     | 200               | 200               | 200  | 400 no_usable_contract | 200                     | 200                     | 200
  GET    /store/price-lists                              | -                   | 200   | 200     | 200   | 200                    | 200                     | 200               | 200               | 200  | 200                    | 200                     | 200                     | 200
  POST   /store/price-lists                              | -                   | 200   | 200     | 200   | 200                    | 200                     | 200               | 200               | 200  | 400 no_usable_contract | 200                     | 200                     | 200
  GET    /store/price-lists/:id                          | price_list          | 404   | 404     | 404   | 404                    | 404                     | 404               | 404               | 404  | 404                    | 200                     | 404                     | 200
  GET    /store/price-lists/:id/file                     | price_list          | 404   | 404     | 404   | 404                    | 404                     | 404               | 404               | 404  | 404                    | 400 price_list_not_ready | 404                     | 400 price_list_not_ready
  GET    /store/collections                              | -                   | 200   | 200     | 200   | 200                    | 200                     | 200               | 200               | 200  | 400 no_usable_contract | 200                     | 200                     | 200
  GET    /store/collections/:id                          | nowhere             | 404   | 404     | 404   | 404                    | 404                     | 404               | 404               | 404  | 400 no_usable_contract | 404                     | 404                     | 404
  GET    /store/company/employees                        | -                   | 200   | 200     | 200   | 200                    | 200                     | 200               | 403 right_missing | 200  | 200                    | 200                     | 200                     | 200
  POST   /store/company/employees                        | -                   | 404   | 404     | 404   | 200                    | 403 right_missing       | 403               | 403 right_missing | 404  | 404                    | 403 refused_when_acting | 403 refused_when_acting | 400 employee_email_taken
  GET    /store/company/employees/:id                    | hireling            | 404   | 404     | 404   | 200                    | 200                     | 404               | 403 right_missing | 404  | 404                    | 200                     | 404                     | 200
  POST   /store/company/employees/:id                    | hireling            | 404   | 404     | 404   | 200                    | 403 right_missing       | 403               | 403 right_missing | 404  | 404                    | 403 refused_when_acting | 403 refused_when_acting | 200
  POST   /store/company/employees/:id/hand-over          | hireling            | 404   | 404     | 404   | 200                    | 403 right_missing       | 403               | 403 right_missing | 404  | 404                    | 403 refused_when_acting | 403 refused_when_acting | 200
  POST   /store/company/employees/:id/invitation         | hireling            | 404   | 404     | 404   | 202                    | 403 right_missing       | 403               | 403 right_missing | 404  | 404                    | 403 refused_when_acting | 403 refused_when_acting | 202
  POST   /store/company/employees/:id/state              | hireling            | 404   | 404     | 404   | 200                    | 403 right_missing       | 403               | 403 right_missing | 404  | 404                    | 403 refused_when_acting | 403 refused_when_acting | 200
  GET    /store/company/roles                            | -                   | 200   | 200     | 200   | 200                    | 403 right_missing       | 403               | 403 right_missing | 200  | 200                    | 200                     | 200                     | 200
  GET    /store/company-orders                           | -                   | 200   | 200     | 200   | 200                    | 200                     | 200               | 403 right_missing | 200  | 200                    | 200                     | 200                     | 200
  GET    /store/company-orders/:id                       | order               | 404   | 404     | 404   | 200                    | 200                     | 404               | 403 right_missing | 404  | 404                    | 200                     | 404                     | 200
  GET    /store/content                                  | -                   | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200
  GET    /store/content/:id                              | poll                | 404 | 404 | 404 | 404 | 200 | 200 | 200 | 404 | 404 | 200 | 404 | 200
  GET    /store/content/:id/file                         | poll                | 404 | 404 | 404 | 404 | 404 | 404 | 404 | 404 | 404 | 404 | 404 | 404
  POST   /store/content/:id/votes                        | poll poll_question  | 404 | 404 | 404 | 404 | 400 poll_answers_invalid | 400 poll_answers_invalid | 400 poll_answers_invalid | 404 | 404 | 403 refused_when_acting | 403 refused_when_acting | 400 poll_answers_invalid
  GET    /store/content-requests                         | -                   | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200
  POST   /store/content-requests                         | -                   | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 400 no_usable_contract | 200 | 200 | 200
  POST   /store/company-orders/:id/repeat                | order               | 404   | 404     | 404   | 400 nothing_to_repeat  | 400 nothing_to_repeat   | 404               | 403 right_missing | 404  | 404                    | 400 nothing_to_repeat   | 404                     | 400 nothing_to_repeat
  GET    /store/company-orders/:id/promises              | order               | 404   | 404     | 404   | 200                    | 200                     | 404               | 403 right_missing | 404  | 404                    | 200                     | 404                     | 200
  POST   /store/company-orders/:id/promises              | order               | 404   | 404     | 404   | 400 nothing_waits                  | 400 nothing_waits                   | 404               | 403 right_missing | 404  | 404                    | 400 nothing_waits                   | 404                     | 400 nothing_waits
  POST   /store/company-orders/:id/reservation           | order               | 404   | 404     | 404   | 400 reservation_missing                  | 400 reservation_missing                   | 404               | 403 right_missing | 404  | 404                    | 400 reservation_missing                   | 404                     | 400 reservation_missing
  GET    /store/consents                                 | -                   | 200   | 200     | 200   | 200                    | 200                     | 200               | 200               | 200  | 200                    | 200                     | 200                     | 200
  POST   /store/consents                                 | -                   | 200   | 200     | 200   | 200                    | 200                     | 200               | 200               | 200  | 200                    | 403 refused_when_acting | 403 refused_when_acting | 200
  GET    /store/currencies                               | -                   | 200   | 200     | 200   | 200                    | 200                     | 200               | 200               | 200  | 200                    | 200                     | 200                     | 200
  GET    /store/currencies/:code                         | rub                 | 200   | 200     | 200   | 200                    | 200                     | 200               | 200               | 200  | 200                    | 200                     | 200                     | 200
  GET    /store/applications                             | -                   | 200   | 200     | 200   | 200                    | 200                     | 200               | 403 right_missing | 200  | 200                    | 200                     | 200                     | 200
  POST   /store/applications                             | -                   | 200   | 200     | 200   | 200                    | 200                     | 403 right_missing | 403 right_missing | 200  | 200                    | 200                     | 200                     | 200
  GET    /store/applications/:id                         | application         | 404   | 404     | 404   | 200                    | 200                     | 404               | 403 right_missing | 404  | 404                    | 200                     | 404                     | 200
  POST   /store/applications/:id/answer                  | application         | 404   | 404     | 404   | 200                    | 400 answer_not_expected | 403 right_missing | 403 right_missing | 404  | 404                    | 400 answer_not_expected | 404                     | 400 answer_not_expected
  GET    /store/applications/:id/files/:file_id          | application nowhere | 404   | 404     | 404   | 404                    | 404                     | 404               | 403 right_missing | 404  | 404                    | 404                     | 404                     | 404
  GET    /store/delivery-points                          | -                   | 200   | 200     | 200   | 200                    | 200                     | 200               | 403 right_missing | 200  | 200                    | 200                     | 200                     | 200
  POST   /store/delivery-points                          | -                   | 404   | 404     | 404   | 200                    | 200                     | 403 right_missing | 403 right_missing | 404  | 404                    | 200                     | 404                     | 200
  POST   /store/delivery-points/:id                      | point               | 404   | 404     | 404   | 200                    | 200                     | 403 right_missing | 403 right_missing | 404  | 404                    | 200                     | 404                     | 200
  GET    /store/legal-entities                           | -                   | 200   | 200     | 200   | 200                    | 200                     | 200               | 200               | 200  | 200                    | 200                     | 200                     | 200
  GET    /store/legal-entities/:id                       | entity              | 404   | 404     | 404   | 200                    | 200                     | 200               | 403 right_missing | 404  | 404                    | 200                     | 404                     | 200
  GET    /store/me                                       | -                   | 200   | 200     | 200   | 200                    | 200                     | 200               | 200               | 200  | 200                    | 200                     | 200                     | 200
  POST   /store/me/contract                              | -                   | 404   | 404     | 404   | 200                    | 200                     | 200               | 200               | 404  | 404                    | 200                     | 404                     | 200
  GET    /store/me/sign-ins                              | -                   | 200   | 200     | 200   | 200                    | 200                     | 200               | 200               | 200  | 200                    | 200                     | 200                     | 200
  POST   /store/me/sign-ins/:id/end                      | nowhere             | 404   | 404     | 404   | 404                    | 404                     | 404               | 404               | 404  | 404                    | 404                     | 404                     | 404
  POST   /store/me/legal-entity                          | -                   | 404   | 404     | 404   | 200                    | 200                     | 200               | 200               | 404  | 404                    | 200                     | 404                     | 200
  GET    /store/order-form-template                      | -                   | 200   | 200     | 200   | 200                    | 200                     | 200               | 200               | 200  | 200                    | 200                     | 200                     | 200
  GET    /store/orders                                   | -                   | 200   | 200     | 200   | 200                    | 200                     | 200               | 403 right_missing | 200  | 200                    | 200                     | 200                     | 200
  GET    /store/orders/:id                               | order               | 404   | 404     | 404   | 200                    | 200                     | 404               | 403 right_missing | 404  | 404                    | 200                     | 404                     | 200
  GET    /store/payment-providers                        | -                   | 400   | 400     | 400   | 400                    | 400                     | 400               | 400               | 400  | 400                    | 400                     | 400                     | 400
  GET    /store/product-categories                       | -                   | 200   | 200     | 200   | 200                    | 200                     | 200               | 200               | 200  | 400 no_usable_contract | 200                     | 400 no_usable_contract  | 200
  GET    /store/product-categories/:id                   | category            | 200   | 200     | 200   | 200                    | 200                     | 200               | 200               | 200  | 400 no_usable_contract | 200                     | 400 no_usable_contract  | 200
  GET    /store/product-options                          | -                   | 200   | 200     | 200   | 200                    | 200                     | 200               | 200               | 200  | 400 no_usable_contract | 200                     | 400 no_usable_contract  | 200
  GET    /store/product-options/:id                      | nowhere             | 404   | 404     | 404   | 404                    | 404                     | 404               | 404               | 404  | 400 no_usable_contract | 404                     | 400 no_usable_contract  | 404
  GET    /store/product-tags                             | -                   | 200   | 200     | 200   | 200                    | 200                     | 200               | 200               | 200  | 400 no_usable_contract | 200                     | 400 no_usable_contract  | 200
  GET    /store/product-tags/:id                         | nowhere             | 404   | 404     | 404   | 404                    | 404                     | 404               | 404               | 404  | 400 no_usable_contract | 404                     | 400 no_usable_contract  | 404
  GET    /store/product-types                            | -                   | 200   | 200     | 200   | 200                    | 200                     | 200               | 200               | 200  | 400 no_usable_contract | 200                     | 400 no_usable_contract  | 200
  GET    /store/product-types/:id                        | nowhere             | 404   | 404     | 404   | 404                    | 404                     | 404               | 404               | 404  | 400 no_usable_contract | 404                     | 400 no_usable_contract  | 404
  GET    /store/product-variants                         | -                   | 200   | 200     | 200   | 200                    | 200                     | 200               | 200               | 200  | 400 no_usable_contract | 200                     | 400 no_usable_contract  | 200
  GET    /store/product-variants/:id                     | variant             | 200   | 200     | 200   | 200                    | 200                     | 200               | 200               | 200  | 400 no_usable_contract | 200                     | 400 no_usable_contract  | 200
  GET    /store/products                                 | -                   | 200   | 200     | 200   | 200                    | 200                     | 200               | 200               | 200  | 400 no_usable_contract | 200                     | 400 no_usable_contract  | 200
  GET    /store/products/:id                             | product             | 200   | 200     | 200   | 200                    | 200                     | 200               | 200               | 200  | 400 no_usable_contract | 200                     | 400 no_usable_contract  | 200
  GET    /store/registry/legal-entities                  | -                   | 200   | 200     | 200   | 200                    | 200                     | 403 right_missing | 403 right_missing | 200  | 200                    | 200                     | 200                     | 200
  GET    /store/registry/addresses                       | -                   | 200   | 200     | 200   | 200                    | 200                     | 403 right_missing | 403 right_missing | 200  | 200                    | 200                     | 200                     | 200
  GET    /store/regions                                  | -                   | 200   | 200     | 200   | 200                    | 200                     | 200               | 200               | 200  | 200                    | 200                     | 200                     | 200
  GET    /store/regions/:id                              | region              | 200   | 200     | 200   | 200                    | 200                     | 200               | 200               | 200  | 200                    | 200                     | 200                     | 200
  GET    /store/return-reasons                           | -                   | 200   | 200     | 200   | 200                    | 200                     | 200               | 200               | 200  | 200                    | 200                     | 200                     | 200
  GET    /store/return-reasons/:id                       | nowhere             | 200   | 200     | 200   | 200                    | 200                     | 200               | 200               | 200  | 200                    | 200                     | 200                     | 200
  GET    /store/shipping-options                         | -                   | 404   | 404     | 404   | 200                    | 200                     | 404               | 403 right_missing | 404  | 404                    | 200                     | 404                     | 200
  # Medusa itself does not look whether the option exists.
  POST   /store/shipping-options/:id/calculate           | nowhere             | 404   | 404     | 404   | 500                    | 500                     | 404               | 403 right_missing | 404  | 404                    | 500                     | 404                     | 500
  POST   /store/payment-collections                      | -                   | 404   | 404     | 404   | 200                    | 200                     | 404               | 403 right_missing | 404  | 404                    | 200                     | 404                     | 200
  POST   /store/payment-collections/:id/payment-sessions | collection          | 404   | 404     | 404   | 200                    | 200                     | 404               | 403 right_missing | 404  | 404                    | 200                     | 404                     | 200
`

/** Stock routes that are closed to everybody; the reasons stand in docs/api-scope.md. */
export const CLOSED_TABLE = `
  route                                     | names | acting           | owner
  POST   /store/carts/:id/customer          | cart  | 404 route_closed | 404 route_closed
  POST   /store/customers                   | -     | 404 route_closed | 404 route_closed
  POST   /store/orders/:id/transfer/accept  | order | 404 route_closed | 404 route_closed
  POST   /store/orders/:id/transfer/cancel  | order | 404 route_closed | 404 route_closed
  POST   /store/orders/:id/transfer/decline | order | 404 route_closed | 404 route_closed
  POST   /store/orders/:id/transfer/request | order | 404 route_closed | 404 route_closed
  POST   /store/returns                     | -     | 404 route_closed | 404 route_closed
  POST   /store/search                      | -     | 404 route_closed | 404 route_closed
`

/** Every line of the store table stands behind these doors as well; they are the same for all routes, those that exist nowhere included. */
export const STORE_DOORS = {
  anonymous: "401",
  "no key": "400",
  "wrong key": "400",
  outsider: "403 not_an_employee",
  blocked: "403 employee_blocked",
  staff: "401",
  "ended acting": "401 acting_session_ended",
}

/**
 * Signing in. `acting` is a manager who is signed in as a dealer. `blocked` and `withdrawn` hold tokens that were good until the block; that
 * of `withdrawn` was lifted since. Routes of the supplier's staff are here with `user` in place of the actor.
 */
export const AUTH_TABLE = `
  route                                                  | names              | anonymous         | dealer            | blocked              | withdrawn           | staff             | acting
  GET    /auth/:actor_type/:auth_provider                | customer emailpass | 401               | 401               | 401                  | 401                 | 401               | 403 refused_when_acting
  POST   /auth/:actor_type/:auth_provider                | customer emailpass | 401               | 401               | 401                  | 401                 | 401               | 403 refused_when_acting
  POST   /auth/:actor_type/:auth_provider                | user emailpass     | 401               | 401               | 401                  | 401                 | 401               | 403 refused_when_acting
  GET    /auth/:actor_type/:auth_provider/callback       | customer emailpass | 401               | 401               | 401                  | 401                 | 401               | 403 refused_when_acting
  POST   /auth/:actor_type/:auth_provider/callback       | customer emailpass | 401               | 401               | 401                  | 401                 | 401               | 403 refused_when_acting
  GET    /auth/:actor_type/providers                     | customer           | 200               | 200               | 200                  | 200                 | 200               | 403 refused_when_acting
  POST   /auth/:actor_type/:auth_provider/register       | customer emailpass | 404 route_closed  | 404 route_closed  | 404 route_closed     | 404 route_closed    | 404 route_closed  | 403 refused_when_acting
  POST   /auth/:actor_type/:auth_provider/register       | user emailpass     | 404 route_closed  | 404 route_closed  | 404 route_closed     | 404 route_closed    | 404 route_closed  | 403 refused_when_acting
  POST   /auth/:actor_type/:auth_provider/register       | admin emailpass    | 404 route_closed  | 404 route_closed  | 404 route_closed     | 404 route_closed    | 404 route_closed  | 403 refused_when_acting
  POST   /auth/:actor_type/:auth_provider/reset-password | customer emailpass | 404 route_closed  | 404 route_closed  | 404 route_closed     | 404 route_closed    | 404 route_closed  | 403 refused_when_acting
  POST   /auth/:actor_type/:auth_provider/update         | customer emailpass | 404 route_closed  | 404 route_closed  | 404 route_closed     | 404 route_closed    | 404 route_closed  | 403 refused_when_acting
  POST   /auth/:actor_type/:auth_provider/update         | user emailpass     | 401               | 401               | 401                  | 401                 | 401               | 403 refused_when_acting
  POST   /auth/:auth_provider/user                       | emailpass          | 401               | 401               | 401                  | 401                 | 400               | 403 refused_when_acting
  DELETE /auth/mfa/factors/:id                           | nowhere            | 401               | 404               | 403 employee_blocked | 401 token_withdrawn | 404               | 403 refused_when_acting
  GET    /auth/mfa/factors                               | -                  | 401               | 200               | 403 employee_blocked | 401 token_withdrawn | 200               | 403 refused_when_acting
  POST   /auth/mfa/factors                               | -                  | 401               | 400               | 403 employee_blocked | 401 token_withdrawn | 400               | 403 refused_when_acting
  POST   /auth/mfa/factors/:id/verify                    | nowhere            | 401               | 404               | 403 employee_blocked | 401 token_withdrawn | 404               | 403 refused_when_acting
  POST   /auth/mfa/challenges/:id/verify                 | nowhere            | 401               | 404               | 403 employee_blocked | 401 token_withdrawn | 404               | 403 refused_when_acting
  POST   /auth/mfa/recovery-codes                        | -                  | 401               | 400               | 403 employee_blocked | 401 token_withdrawn | 400               | 403 refused_when_acting
  POST   /auth/session                                   | -                  | 401               | 200               | 403 employee_blocked | 401 token_withdrawn | 200               | 403 refused_when_acting
  DELETE /auth/session                                   | -                  | 401               | 401               | 401                  | 401                 | 401               | 401
  POST   /auth/token/refresh                             | -                  | 401               | 200               | 403 employee_blocked | 401 token_withdrawn | 401               | 403 refused_when_acting
  POST   /auth/verification/request                      | -                  | 401               | 201               | 403 employee_blocked | 401 token_withdrawn | 201               | 403 refused_when_acting
  POST   /auth/verification/confirm                      | -                  | 400               | 400               | 403 employee_blocked | 401 token_withdrawn | 400               | 403 refused_when_acting
  POST   /auth/applications                              | -                  | 202               | 202               | 202                  | 202                 | 202               | 403 refused_when_acting
  POST   /auth/applications/answer                       | -                  | 400 token_invalid | 400 token_invalid | 400 token_invalid    | 400 token_invalid   | 400 token_invalid | 403 refused_when_acting
  POST   /auth/invitations/accept                        | -                  | 400 token_invalid | 400 token_invalid | 400 token_invalid    | 400 token_invalid   | 400 token_invalid | 403 refused_when_acting
  POST   /auth/password/forgotten                        | -                  | 202               | 202               | 202                  | 202                 | 202               | 403 refused_when_acting
  POST   /auth/password/reset                            | -                  | 400 token_invalid | 400 token_invalid | 400 token_invalid    | 400 token_invalid   | 400 token_invalid | 403 refused_when_acting
`

/** Own routes of the admin and those of plugins; `manager` has other clients than the one asked for. Stock ones are only asked whether they are closed to all but staff. */
export const ADMIN_TABLE = `
  route                                                    | names                      | anonymous | dealer | staff            | manager
  GET    /admin/audit-entries                              | -                          | 401       | 401    | 200              | 200
  GET    /admin/applications                               | -                          | 401       | 401    | 200              | 200
  GET    /admin/applications/:id                           | application                | 401       | 401    | 200              | 404
  POST   /admin/applications/:id/accept                    | application                | 401       | 401    | 200              | 404
  POST   /admin/applications/:id/complete                  | application                | 401       | 401    | 400 application_not_accepted | 404
  POST   /admin/applications/:id/decline                   | application                | 401       | 401    | 200              | 404
  POST   /admin/applications/:id/request-more              | application                | 401       | 401    | 200              | 404
  POST   /admin/applications/:id/assign                    | application                | 401       | 401    | 404 user_unknown | 403 role_insufficient
  GET    /admin/applications/:id/files/:file_id            | application nowhere        | 401       | 401    | 404              | 404
  GET    /admin/catalog-entries                            | -                          | 401       | 401    | 200              | 200
  GET    /admin/catalog-properties                         | -                          | 401       | 401    | 200              | 200
  POST   /admin/catalog-properties/:id                     | nowhere                    | 401       | 401    | 404              | 403 role_insufficient
  POST   /admin/catalog-rebuild                            | -                          | 401       | 401    | 200              | 403 role_insufficient
  GET    /admin/client-categories                          | -                          | 401       | 401    | 200              | 200
  POST   /admin/client-categories                          | -                          | 401       | 401    | 200              | 403 role_insufficient
  GET    /admin/client-categories/:id                      | category_of_clients        | 401       | 401    | 200              | 200
  POST   /admin/client-categories/:id                      | category_of_clients        | 401       | 401    | 200              | 403 role_insufficient
  POST   /admin/client-categories/:id/trading-hours        | category_of_clients        | 401       | 401    | 200              | 403 role_insufficient
  GET    /admin/content                                    | -                          | 401       | 401    | 200              | 403 role_insufficient
  POST   /admin/content                                    | -                          | 401       | 401    | 200              | 403 role_insufficient
  GET    /admin/content/:id                                | nowhere                    | 401       | 401    | 404              | 403 role_insufficient
  POST   /admin/content/:id                                | nowhere                    | 401       | 401    | 404              | 403 role_insufficient
  DELETE /admin/content/:id                                | nowhere                    | 401       | 401    | 404              | 403 role_insufficient
  POST   /admin/content-files                              | -                          | 401       | 401    | 400 content_file_missing | 403 role_insufficient
  GET    /admin/content-files/:id/file                     | nowhere                    | 401       | 401    | 404              | 403 role_insufficient
  GET    /admin/content-requests                           | -                          | 401       | 401    | 200              | 200
  POST   /admin/content-requests/:id                       | content_request            | 401       | 401    | 400 changed_meanwhile | 404
  GET    /admin/currency-rates                             | -                          | 401       | 401    | 200              | 403 role_insufficient
  POST   /admin/currency-rates                             | -                          | 401       | 401    | 200              | 403 role_insufficient
  DELETE /admin/currency-rates/:id                         | nowhere                    | 401       | 401    | 404              | 403 role_insufficient
  GET    /admin/employees                                  | -                          | 401       | 401    | 200              | 200
  POST   /admin/employees/:id/memberships                  | employee                   | 401       | 401    | 200              | 404
  DELETE /admin/employees/:id/memberships/:legal_entity_id | employee nowhere           | 401       | 401    | 404              | 404
  GET    /admin/employees/:id/sessions                     | employee                   | 401       | 401    | 200              | 404
  POST   /admin/employees/:id/sessions                     | employee                   | 401       | 401    | 200              | 404
  DELETE /admin/employees/:id/sessions/:session_id         | employee nowhere           | 401       | 401    | 404              | 404
  POST   /admin/employees/:id/invitation                   | employee                   | 401       | 401    | 202              | 404
  POST   /admin/employees/:id/state                        | employee                   | 401       | 401    | 200              | 404
  POST   /admin/employees/:id                              | employee                   | 401       | 401    | 200              | 404
  POST   /admin/employees/:id/hand-over                    | hireling                   | 401       | 401    | 200              | 404
  GET    /admin/exchange-accounts                          | -                          | 401       | 401    | 200              | 403 role_insufficient
  POST   /admin/exchange-accounts                          | -                          | 401       | 401    | 200              | 403 role_insufficient
  DELETE /admin/exchange-accounts/:id                      | nowhere                    | 401       | 401    | 404              | 403 role_insufficient
  GET    /admin/exchange-runs                              | -                          | 401       | 401    | 200              | 403 role_insufficient
  GET    /admin/exchange-runs/:id                          | nowhere                    | 401       | 401    | 404              | 403 role_insufficient
  POST   /admin/exchange-runs/:id/retry                    | nowhere                    | 401       | 401    | 404              | 403 role_insufficient
  GET    /admin/exclusive-labels                           | -                          | 401       | 401    | 200              | 403 role_insufficient
  POST   /admin/exclusive-labels                           | -                          | 401       | 401    | 400 label_unknown | 403 role_insufficient
  DELETE /admin/exclusive-labels/:id                       | nowhere                    | 401       | 401    | 404              | 403 role_insufficient
  GET    /admin/legal-entities/:id/purchase-gaps           | entity                     | 401       | 401    | 200              | 404
  GET    /admin/legal-entities/:id/purchase-gaps/file      | entity                     | 401       | 401    | 200              | 404
  GET    /admin/labels                                     | -                          | 401       | 401    | 200              | 200
  POST   /admin/labels                                     | -                          | 401       | 401    | 200              | 403 role_insufficient
  POST   /admin/labels/:id                                 | nowhere                    | 401       | 401    | 404              | 403 role_insufficient
  DELETE /admin/labels/:id                                 | nowhere                    | 401       | 401    | 404              | 403 role_insufficient
  POST   /admin/labels/:id/products                        | nowhere                    | 401       | 401    | 404              | 403 role_insufficient
  GET    /admin/search-synonyms                            | -                          | 401       | 401    | 200              | 200
  POST   /admin/search-synonyms                            | -                          | 401       | 401    | 200              | 403 role_insufficient
  POST   /admin/search-synonyms/:id                        | nowhere                    | 401       | 401    | 404              | 403 role_insufficient
  DELETE /admin/search-synonyms/:id                        | nowhere                    | 401       | 401    | 404              | 403 role_insufficient
  GET    /admin/holdings                                   | -                          | 401       | 401    | 200              | 200
  GET    /admin/holdings/:id                               | holding                    | 401       | 401    | 200              | 404
  POST   /admin/holdings/:id                               | holding                    | 401       | 401    | 200              | 403 role_insufficient
  POST   /admin/holdings/:id/managers                      | holding                    | 401       | 401    | 404 user_unknown | 403 role_insufficient
  DELETE /admin/holdings/:id/managers/:assignment_id       | holding nowhere            | 401       | 401    | 404              | 403 role_insufficient
  GET    /admin/legal-entities                             | -                          | 401       | 401    | 200              | 200
  GET    /admin/legal-entities/:id                         | entity                     | 401       | 401    | 200              | 404
  POST   /admin/legal-entities/:id                         | entity                     | 401       | 401    | 200              | 404
  POST   /admin/legal-entities/:id/categories              | entity                     | 401       | 401    | 200              | 404
  DELETE /admin/legal-entities/:id/categories/:category_id | entity category_of_clients | 401       | 401    | 200              | 404
  POST   /admin/legal-entities/:id/managers                | entity                     | 401       | 401    | 404 user_unknown | 403 role_insufficient
  DELETE /admin/legal-entities/:id/managers/:assignment_id | entity nowhere             | 401       | 401    | 404              | 403 role_insufficient
  GET    /admin/legal-entities/:id/carts                   | entity                     | 401       | 401    | 200              | 404
  GET    /admin/legal-entities/:id/orders                  | entity                     | 401       | 401    | 200              | 404
  GET    /admin/legal-entities/:id/roles                   | entity                     | 401       | 401    | 200              | 404
  POST   /admin/legal-entities/:id/state                   | entity                     | 401       | 401    | 200              | 404
  POST   /admin/legal-entities/:id/employees               | entity                     | 401       | 401    | 200              | 404
  POST   /admin/legal-entities/:id/draft-orders            | entity                     | 401       | 401    | 404              | 403 role_insufficient
  GET    /admin/draft-orders/:id/contract                  | nowhere                    | 401       | 401    | 404              | 403 role_insufficient
  POST   /admin/draft-orders/:id/contract                  | nowhere                    | 401       | 401    | 404              | 403 role_insufficient
  POST   /admin/draft-orders/:id/convert-to-order          | nowhere                    | 401       | 401    | 404              | 403 role_insufficient
  POST   /admin/draft-orders/:id/edit/confirm              | nowhere                    | 401       | 401    | 404              | 403 role_insufficient
  # Medusa ships middlewares for this one and no route.
  POST   /admin/inventory-items/batch                      | -                          | 401       | 401    | 404              | 403 role_insufficient
  GET    /admin/orders/:id/exchange                        | order                      | 401       | 401    | 200              | 404
  GET    /admin/orders/:id/prices                          | order                      | 401       | 401    | 200              | 404
  GET    /admin/orders/:id/reservation                     | order                      | 401       | 401    | 200              | 404
  POST   /admin/orders/:id/reservation                     | order                      | 401       | 401    | 400 reservation_missing | 404
  GET    /admin/reservation-rules                          | -                          | 401       | 401    | 200              | 403 role_insufficient
  POST   /admin/reservation-rules                          | -                          | 401       | 401    | 400 reservation_rule_empty | 403 role_insufficient
  POST   /admin/reservation-rules/preview                  | -                          | 401       | 401    | 400 reservation_rule_empty | 403 role_insufficient
  POST   /admin/reservation-rules/:id                      | nowhere                    | 401       | 401    | 404              | 403 role_insufficient
  DELETE /admin/reservation-rules/:id                      | nowhere                    | 401       | 401    | 404              | 403 role_insufficient
  GET    /admin/staff                                      | -                          | 401       | 401    | 200              | 403 role_insufficient
  POST   /admin/staff/:user_id                             | nowhere                    | 401       | 401    | 404              | 403 role_insufficient
  GET    /admin/roles                                      | -                          | 401       | 401    | 200              | 403 role_insufficient
  POST   /admin/roles                                      | -                          | 401       | 401    | 200              | 403 role_insufficient
  POST   /admin/roles/:id                                  | nowhere                    | 401       | 401    | 404              | 403 role_insufficient
  DELETE /admin/roles/:id                                  | nowhere                    | 401       | 401    | 404              | 403 role_insufficient
  GET    /admin/contracts/:id/prices                       | contract                   | 401       | 401    | 200              | 404
  POST   /admin/contracts/:id/prices                       | contract                   | 401       | 401    | 200              | 403 role_insufficient
  DELETE /admin/contracts/:id/prices                       | contract                   | 401       | 401    | 200              | 403 role_insufficient
  POST   /admin/contracts/:id/prices/preview               | contract                   | 401       | 401    | 200              | 403 role_insufficient
  GET    /admin/price-adjustments                          | -                          | 401       | 401    | 200              | 403 role_insufficient
  POST   /admin/price-adjustments                          | -                          | 401       | 401    | 200              | 403 role_insufficient
  POST   /admin/price-adjustments/preview                  | -                          | 401       | 401    | 200              | 403 role_insufficient
  GET    /admin/price-adjustments/choices                  | -                          | 401       | 401    | 200              | 403 role_insufficient
  GET    /admin/price-adjustments/file                     | -                          | 401       | 401    | 200              | 403 role_insufficient
  POST   /admin/price-adjustments/file                     | -                          | 401       | 401    | 400 price_file_missing | 403 role_insufficient
  GET    /admin/price-adjustments/:id                      | nowhere                    | 401       | 401    | 404              | 403 role_insufficient
  POST   /admin/price-adjustments/:id                      | nowhere                    | 401       | 401    | 404              | 403 role_insufficient
  DELETE /admin/price-adjustments/:id                      | nowhere                    | 401       | 401    | 404              | 403 role_insufficient
  GET    /admin/price-explanation                          | -                          | 401       | 401    | 200              | 404
  GET    /admin/order-rules                                | -                          | 401       | 401    | 200              | 403 role_insufficient
  POST   /admin/order-rules                                | -                          | 401       | 401    | 400 order_rule_unit_unknown | 403 role_insufficient
  POST   /admin/order-rules/preview                        | -                          | 401       | 401    | 400 order_rule_unit_unknown | 403 role_insufficient
  POST   /admin/order-rules/:id                            | nowhere                    | 401       | 401    | 404              | 403 role_insufficient
  DELETE /admin/order-rules/:id                            | nowhere                    | 401       | 401    | 404              | 403 role_insufficient
  GET    /admin/price-thresholds                           | -                          | 401       | 401    | 200              | 403 role_insufficient
  POST   /admin/price-thresholds                           | -                          | 401       | 401    | 400 threshold_type_unknown | 403 role_insufficient
  POST   /admin/price-thresholds/:id                       | nowhere                    | 401       | 401    | 404              | 403 role_insufficient
  DELETE /admin/price-thresholds/:id                       | nowhere                    | 401       | 401    | 404              | 403 role_insufficient
  GET    /admin/product-reviews                            | -                          | 401       | 401    | 200              | 403 role_insufficient
  POST   /admin/product-reviews/decisions                  | -                          | 401       | 401    | 200              | 403 role_insufficient
  GET    /admin/product-documents                          | -                          | 401       | 401    | 200              | 200
  POST   /admin/product-documents                          | -                          | 401       | 401    | 400 document_file_missing | 403 role_insufficient
  GET    /admin/product-documents/:id                      | nowhere                    | 401       | 401    | 404              | 404
  POST   /admin/product-documents/:id                      | nowhere                    | 401       | 401    | 404              | 403 role_insufficient
  DELETE /admin/product-documents/:id                      | nowhere                    | 401       | 401    | 404              | 403 role_insufficient
  GET    /admin/product-documents/:id/file                 | nowhere                    | 401       | 401    | 404              | 404
  GET    /admin/product-documents/:id/products             | nowhere                    | 401       | 401    | 404              | 404
  POST   /admin/product-documents/:id/targets              | nowhere                    | 401       | 401    | 404              | 403 role_insufficient
  GET    /admin/product-positions/:product_id              | nowhere                    | 401       | 401    | 404              | 404
  POST   /admin/product-positions/:product_id              | nowhere                    | 401       | 401    | 404              | 403 role_insufficient
  GET    /admin/product-relations/:product_id              | nowhere                    | 401       | 401    | 404              | 404
  POST   /admin/product-relations/:product_id              | nowhere                    | 401       | 401    | 404              | 403 role_insufficient
  GET    /admin/price-types                                | -                          | 401       | 401    | 200              | 200
  GET    /admin/warehouses                                 | -                          | 401       | 401    | 200              | 200
  GET    /admin/price-files                                | -                          | 401       | 401    | 404              | 403 role_insufficient
  POST   /admin/price-imports                              | -                          | 401       | 401    | 400 price_file_missing | 403 role_insufficient
  GET    /admin/price-imports/:id                          | nowhere                    | 401       | 401    | 404              | 403 role_insufficient
  GET    /admin/price-imports/:id/rows                     | nowhere                    | 401       | 401    | 404              | 403 role_insufficient
  POST   /admin/price-imports/:id/apply                    | nowhere                    | 401       | 401    | 404              | 403 role_insufficient
  POST   /admin/price-types                                | -                          | 401       | 401    | 200              | 403 role_insufficient
  GET    /admin/price-types/:id                            | nowhere                    | 401       | 401    | 404              | 404
  POST   /admin/price-types/:id                            | nowhere                    | 401       | 401    | 404              | 403 role_insufficient
  GET    /admin/price-types/:id/prices                     | nowhere                    | 401       | 401    | 404              | 404
  POST   /admin/price-types/:id/prices                     | nowhere                    | 401       | 401    | 404              | 403 role_insufficient
  GET    /admin/catalog-categories                         | -                          | 401       | 401    | 200              | 200
  POST   /admin/catalog-categories/:id/move                | nowhere                    | 401       | 401    | 404              | 403 role_insufficient
  GET    /admin/catalog-categories/:id                     | nowhere                    | 401       | 401    | 404              | 404
  POST   /admin/catalog-categories/:id                     | nowhere                    | 401       | 401    | 404              | 403 role_insufficient
  GET    /admin/erp-groups                                 | -                          | 401       | 401    | 200              | 403 role_insufficient
  POST   /admin/erp-groups/map                             | -                          | 401       | 401    | 404              | 403 role_insufficient
  POST   /admin/erp-groups/preview                         | -                          | 401       | 401    | 404              | 403 role_insufficient
  GET    /admin/erp-groups/sources                         | -                          | 401       | 401    | 200              | 403 role_insufficient
  POST   /admin/erp-groups/sources                         | -                          | 401       | 401    | 200              | 403 role_insufficient
  GET    /admin/visibility-rules                           | -                          | 401       | 401    | 200              | 403 role_insufficient
  POST   /admin/visibility-rules                           | -                          | 401       | 401    | 400 visibility_list_empty | 403 role_insufficient
  POST   /admin/visibility-rules/preview                   | -                          | 401       | 401    | 200              | 403 role_insufficient
  POST   /admin/visibility-rules/:id                       | nowhere                    | 401       | 401    | 404              | 403 role_insufficient
  DELETE /admin/visibility-rules/:id                       | nowhere                    | 401       | 401    | 404              | 403 role_insufficient
  GET    /admin/demand-settings                            | -                          | 401       | 401    | 200              | 200
  POST   /admin/demand-settings                            | -                          | 401       | 401    | 200              | 403 role_insufficient
  GET    /admin/demands                                    | -                          | 401       | 401    | 200              | 200
  POST   /admin/demands/:id/promises                       | nowhere                    | 401       | 401    | 404              | 404
  GET    /admin/demands/:id/supplies                       | nowhere                    | 401       | 401    | 404              | 404
  GET    /admin/supplies                                   | -                          | 401       | 401    | 200              | 200
  POST   /admin/supplies                                   | -                          | 401       | 401    | 200              | 403 role_insufficient
  GET    /admin/supplies/:id                               | nowhere                    | 401       | 401    | 404              | 404
  POST   /admin/supplies/:id                               | nowhere                    | 401       | 401    | 404              | 403 role_insufficient
  GET    /admin/supplies/:id/lines                         | nowhere                    | 401       | 401    | 404              | 404
  POST   /admin/supply-imports                             | -                          | 401       | 401    | 400 supply_file_missing | 403 role_insufficient
  GET    /admin/supply-lines                               | -                          | 401       | 401    | 200              | 200
  GET    /admin/supply-lines/file                          | -                          | 401       | 401    | 200              | 200
`

/** What the router has that is no path: middlewares of Medusa, which answer nothing themselves. Whatever else comes needs lines of its own. */
export const MIDDLEWARE_PATTERNS = ["/admin/views/*/columns", "/admin/views/*/configurations*", "/store/customers/me*"]

/** Neither store, nor sign-in, nor admin. */
export const OPEN_TABLE = `
  route                           | names   | anonymous | dealer
  GET    /cloud/auth              | -       | 200       | 200
  POST   /cloud/auth/users        | -       | 401       | 401
  GET    /docs                    | -       | 200       | 200
  GET    /docs/assets/:file       | nowhere | 404       | 404
  GET    /docs/openapi.json       | -       | 200       | 200
  GET    /exchange/1c             | -       | 200       | 200
  POST   /exchange/1c             | -       | 200       | 200
  GET    /health                  | -       | 200       | 200
  POST   /hooks/payment/:provider | nowhere | 200       | 200
`
